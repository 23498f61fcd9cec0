// The words of the chronicle play, sorted by kind and by stress so that its rules can set them in blank verse. Verbs
// and nouns stand here in the forms that keep their stress; what is said with them is the rules' affair.

const words = (text) => text.trim().split(/\s+/)
const withS = (list) => list.map((word) => `${word}s`)

const things = words(`
  arm band bank bar bard barn bay beam bean bear beard beast bed bee bell belt bird bloom boar board boat bolt
  bone book boot bough bow bowl brand brook broom bud bull cane cap cape card cart cask cat cave cell chain chair
  charm chart cheek cheer chin claw cliff cloak clock cloud clown club coast coat coin comb cook cord court cow crab
  crag crane creed creek crest crime crow crown crumb crypt cup dawn debt deck deed den desk dog dome door dove
  dream drum duke dusk eel egg elm eye fan farm fen fern field fiend fig fin fist flag flame flea fleet flood flute
  foe fool fork fort friend frog gate gem ghost ghoul gift glen globe glove goat gown grain grape grave groom
  grove guest guild gulf gull hall hand hare harp hat hawk heart heel helm hen herb hill hive hood hook hope horde
  horn hound hut inn isle jar jaw jest joke keel key king kite knave knight knot lake lamb lamp land lane lark law
  leg lie limb lip lock log loom lord lute map mare mask mast mill mind moat mole monk mood moon moor moth
  mouth mule nail name nest net newt night note nut oak oar oath owl pact palm path pear pearl peer pen pig pike
  pine pipe pit plan plank plot plough plum pond port psalm quail queen quest quill raft rake ram rat ray realm reed
  rib rind ring rite road robe rock rod roof rook root rope rug sail saint scar scroll scythe sea seal seed shark
  shell shield ship shirt shoe shore shrine skull sleeve sling smile snail snake snare sock song soul spade spark
  spear spell spire spoon spur squid stag stair stake star steed stem step stick stone stool stork storm stove
  strait stream string sun swamp swan swarm sword tale task tear tent thorn thread throat throne thumb tide toad toe
  tomb tongue tool town trail trap tree tribe trick troop tub tune tusk urn vale vault veil vest vine vow waif wall
  wand war wasp wave weed weir well whale wheel whip wig wind wing wood word worm wound wreath wren wrist yard yew
  zone
`)

const people = words(`
  archer baker barber baron beggar blacksmith brother captain carter cobbler cousin dancer daughter doctor dreamer
  drummer father fiddler gaoler giant hermit hunter joiner keeper lawyer lover maiden master matron miller monarch
  mother neighbour orphan pilgrim pirate poet preacher prophet pupil quarrier rebel rider sailor scholar seeker
  servant shepherd singer sister soldier steward stranger tailor traitor tyrant uncle villain weaver widow
`)

const verbs = words(`
  ask/asked bear/bore beg/begged bind/bound bite/bit blame/blamed break/broke bring/brought build/built
  burn/burned buy/bought call/called charm/charmed choke/choked claim/claimed clean/cleaned climb/climbed crave/craved
  cure/cured dare/dared dig/dug doom/doomed drain/drained draw/drew drink/drank drive/drove drown/drowned
  earn/earned eat/ate feed/fed fight/fought fill/filled find/found free/freed gain/gained grasp/grasped
  grip/gripped haul/hauled heal/healed hear/heard help/helped hew/hewed hide/hid hold/held hurl/hurled join/joined
  keep/kept kick/kicked kill/killed know/knew lead/led leave/left lend/lent lock/locked lose/lost love/loved
  lure/lured maim/maimed mark/marked meet/met mock/mocked mourn/mourned own/owned pay/paid pluck/plucked prove/proved
  pull/pulled quell/quelled reap/reaped rob/robbed rule/ruled sack/sacked save/saved scare/scared scorn/scorned see/saw
  seek/sought sell/sold send/sent serve/served shake/shook shoot/shot show/showed shun/shunned sing/sang slay/slew
  soothe/soothed spare/spared spin/spun stab/stabbed stain/stained starve/starved steal/stole sting/stung strike/struck
  sweep/swept take/took tame/tamed tear/tore throw/threw tread/trod view/viewed warm/warmed wear/wore weave/wove win/won
  woo/wooed wring/wrung yoke/yoked
`).map((pair) => pair.split('/'))

/** Rules for single words: S marks a stressed syllable, u an unstressed one. */
export const vocabulary = {
  // S
  thing: things,
  things: withS(things),
  stuff: words(`
    ash bread dance dust faith fame fate feast frost gold grace grief hate hay ice ink joy lace love luck milk moss
    peace pride quartz rage rain rest rust salt sand shame silk sin sleep smoke snow strife time truth wealth wine
    wool wrath youth zeal
  `),
  verb: verbs.map(([base]) => base),
  verbs: withS(verbs.map(([base]) => base)),
  past: verbs.map(([, past]) => past),
  act: words(`
    bleed crawl creep die fade fall flee float fly gaze grow hang hunt jump kneel laugh leap limp live melt pray
    quake rant reign ride rise roam roar rot sigh sink sleep smile sneeze speak stand starve stray swim thrive wait
    wake weep yawn yield
  `),
  short: words(`
    black bleak blind blunt bold brave bright calm chill cold coy dark dear deep fair false fierce foul frail gaunt
    glad grim hard harsh high just keen kind long loud low mad meek mild old pale plain poor proud pure quick rare
    rash raw rich rude sad safe sharp shy slow sly soft sour stern strange strong sweet swift tall tame thin true
    vain vast warm weak wild wise young
  `),
  // S u
  person: people,
  persons: withS(people),
  plain: words(`
    ancient ashen banished barren bashful bitter bloody brazen brittle broken burning careless common crimson
    crooked cursed deathless dismal distant dreary dusky earnest empty endless exiled faded faithful faithless fatal
    fearful fearless feeble fleeting foreign frightened frosty frozen gentle ghostly gilded golden graceful grateful
    greedy guilty happy haunted heavy helpless hidden hollow holy honest horrid humble hungry idle iron jaded
    jealous joyful joyless kindly leaden lofty lonely lovely loyal marble mellow merry mighty modest mortal mournful
    muddy naked nameless narrow nimble noble northern painted patient peaceful pious pleasant polished precious
    princely prudent purple quiet ragged restless rotten royal rugged rusty ruthless sacred savage scarlet secret
    shallow shameless shining silent silver simple sleepless slender solemn southern spiteful splendid steadfast
    stolen stony stormy stubborn sturdy subtle sudden sullen sunken swollen tender thirsty timeless tragic trusty
    upright vacant velvet vengeful vicious vulgar wasted watchful wayward weary weathered wicked wilful winding
    withered woeful wooden woven wretched yellow youthful zealous
  `),
  made: words(`
    blest born bound bred bright clad crazed dark drawn fed grey like lost made proud red rich sick sweet torn wise worn
  `),
  name: words('Aldric Merrel Xander Jova Ulmer Hollin Varrow Zenna Fenwick Kestrel Quillon Bryda'),
  place: words('Thornwick Greyford Wexmoor Quenby Vellin Oxmere Darrow Pellworth Inchford Zellan'),
  // u
  article: [[2, 'the'], [2, 'my'], 'our', 'this', 'your', 'thy', 'that', 'his', 'her', 'their', 'some'],
  articles: [[2, 'the'], [2, 'my'], 'our', 'these', 'your', 'thy', 'those', 'his', 'her', 'their', 'some'],
  may: ['can', 'could', 'may', 'might', 'must', 'shall', 'should', 'will', 'would'],
  those: ['I', 'we', 'you', 'they'],
  that: ['he', 'she'],
  joining: [[2, 'and'], 'but', 'for', 'so', 'yet'],
  during: ['if', 'since', 'though', 'when', 'where', 'while'],
  near: ['by', 'for', 'from', 'like', 'near', "o'er", 'through', 'with'],
  epithet: ['brave', 'false', 'good', 'poor', 'proud', 'sweet'],
  // u S
  friend: [
    ...['my lord', 'my liege', 'my love', 'good sir', 'good friend', 'fair queen', 'great king', 'old fool'],
    ...['dear child', 'brave duke', 'poor knave', 'sweet witch'],
  ],
  // The two houses whose quarrel the play is; they speak by turns.
  crown: [
    ...['KING ALDRIC', 'QUEEN MERREL', 'PRINCE XANDER', 'JOVA', 'ULMER', 'HOLLIN', 'HERALD', 'FIRST GUARD', 'NURSE'],
    ...['BISHOP', 'SCRIBE', 'PAGE'],
  ],
  rebel: [
    ...['DUKE VARROW', 'LADY ZENNA', 'EARL FENWICK', 'KESTREL', 'QUILLON', 'BRYDA', 'JESTER', 'SECOND GUARD', 'SPY'],
    ...['CAPTAIN', 'WITCH', 'ARCHER'],
  ],
}
