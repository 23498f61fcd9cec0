// The benchmark's figures as tables, for a terminal and for docs/benchmarks.md.

const HEADINGS = ['', 'median', 'ratio', 'of each round', 'GFLOP/s', 'of the peak']

const figure = (value) => (value >= 1000 ? Math.round(value).toLocaleString('en') : value.toPrecision(4))

function rowsOf({ unit, results, flops, peak }) {
  return results.map(({ name, median, ratio, ratios }) => {
    const gigaflops = flops ? (median * flops) / 1e9 : null
    return [
      name,
      `${figure(median)} ${unit}`,
      ratio === null ? '' : ratio.toFixed(2),
      ratios.map((one) => one.toFixed(2)).join(' '),
      gigaflops === null ? '' : gigaflops.toFixed(1),
      gigaflops === null || !peak ? '' : `${Math.round((100 * gigaflops) / peak)}%`,
    ]
  })
}

/** Columns without a figure are left out. */
function tableOf(section) {
  const table = [HEADINGS, ...rowsOf(section)]
  const used = HEADINGS.map((_, column) => column === 0 || table.slice(1).some((row) => row[column] !== ''))
  return table.map((row) => row.filter((_, column) => used[column]))
}

export function describeSection(section) {
  const table = tableOf(section)
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)))
  const lines = table.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd())
  return [`${section.title} (ratios to: ${section.base})`, ...lines].join('\n')
}

function markdownTable(section) {
  const [headings, ...rows] = tableOf(section)
  const line = (cells) => `| ${cells.join(' | ')} |`
  const rule = line(headings.map((_, column) => (column === 0 ? '---' : '---:')))
  return [`## ${section.title}`, '', `Ratios to: ${section.base}.`, '', line(headings), rule, ...rows.map(line)].join(
    '\n',
  )
}

/** Others at work on the machine take from all programs, and most from those that use several threads. */
export function describeMachine({ processor, threads, node, numpy, missing, text, peakGigaflops, rounds, load }) {
  const peak = peakGigaflops ? `; peak of one thread in 128-bit lanes ${peakGigaflops.toFixed(1)} GFLOP/s` : ''
  const comparison = numpy ? `NumPy ${numpy}` : `NO REFERENCE TO COMPARE WITH: ${missing}`
  const machine = `${processor}, ${threads} threads, Node ${node}${peak}`
  return `${machine}; ${comparison}; text ${text}; ${rounds} rounds; load average at the start ${load.toFixed(1)}`
}

export function markdownOf(machine, sections) {
  return `# Benchmarks

Written by \`npm run bench -- --write\`. Programs take turns; figures are medians, ratios medians of each round's. Sampling
and snapshots are off while training.

${describeMachine(machine)}.

The reference script is the report's loop as it stands; the restructured NumPy takes all products that can wait as one
(\`scripts/measuring/restructured_loop.py\`); TypeScript is Charscope's own readable reference. The lab's reading of a text
has two threads and, beyond what NumPy does here, adds up what is told of every character.

## What limits the rest

- A step of the recurrence needs the whole of Whh for one vector: one load for every multiply-add, of which a core has two
  a cycle, and six sums that each wait four cycles for the one before. That allows about three quarters of the peak; at
  hidden 250 and more Whh comes from the second-level cache besides.
- Products over many vectors run at 24 of 28 GFLOP/s in place. Their loop by itself, with all that it reads in the nearest
  cache, comes to nine tenths of the peak at most, whether it keeps eight sums or nine; more than nine do not fit into the
  fifteen registers that the engine has to give.
- So a batch on one thread has little to gain over one stream that is fast already, and two threads of this machine do 1.8
  to 1.9 times the work of one, as two runs beside each other do. To be three times as fast as one stream, the products of
  a batch of 32, which leave an eighth of its time to everything else, would have to run at 98% of the peak.

${sections.map(markdownTable).join('\n\n')}
`
}
