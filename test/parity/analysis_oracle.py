"""What NumPy finds about a snapshot and a text: every figure that the lab's analyses are held against.

  analysis_oracle.py SNAPSHOT.npz TEXT

Prints one JSON object. Straightforward NumPy over whole arrays, written apart from the lab; needs about 1 GiB.
"""
import json
import sys

import numpy as np

arrays = np.load(sys.argv[1], allow_pickle=True, encoding='latin1')
Wxh, Whh, Why, bh, by = [np.asarray(arrays[name], dtype=float) for name in ['Wxh', 'Whh', 'Why', 'bh', 'by']]
index = arrays['char_to_ix'].item()
bh, by = bh.ravel(), by.ravel()
H, V = Wxh.shape
characters = [None] * V
for character, place in index.items():
    characters[place] = character
text = np.array([index[c] for c in open(sys.argv[2], 'rb').read().decode('latin1')])


def softmax(y):
    e = np.exp(y - y.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def probabilities(h):
    return softmax(h @ Why.T + by)


def entropy(p):
    return -np.sum(np.where(p > 0, p * np.log2(np.where(p > 0, p, 1)), 0), axis=-1)


# The whole text: hs[t] is the state before character t.
hs = np.zeros((len(text), H))
for t in range(len(text) - 1):
    hs[t + 1] = np.tanh(Wxh[:, text[t]] + Whh @ hs[t] + bh)
following = text[1:]
after = np.empty((len(text) - 1, V))
for start in range(0, len(after), 20000):
    after[start:start + 20000] = probabilities(hs[1:][start:start + 20000])

past = []
for c in range(V):
    places = np.flatnonzero(text[:-1] == c)
    if len(places):
        p = after[places]
        past.append({'character': characters[c], 'occurrences': len(places),
                     'bits': float(entropy(p.mean(axis=0)) - entropy(p).mean())})

colon, newline, space = index[':'], index['\n'], index[' ']
places = np.flatnonzero(text[:-1] == colon)
before, state, p = hs[places], hs[places + 1], after[places]
truly = following[places]
counts = np.bincount(truly, minlength=V)
pre = before @ Whh.T + bh
column = Wxh[:, colon]
shares = counts / counts.sum()
mean = p.mean(axis=0)


def two(q):
    q = q.mean(axis=0)
    return [float(q[newline]), float(q[space])]


def direction(ours, others):
    return Why[ours].mean(axis=0) - Why[others].mean(axis=0)


def removing(units):
    h = state.copy()
    h[:, units] = np.tanh(pre[:, units])
    return probabilities(h)


def contrast(ours, others):
    d = direction(ours, others)
    logits = lambda h: (h @ Why.T + by)
    value = lambda h: float(np.mean(logits(h)[:, ours].mean(axis=1) - logits(h)[:, others].mean(axis=1)))
    effects = (d * (state - np.tanh(pre))).mean(axis=0)
    history = (d * (state - np.tanh(bh + column))).mean(axis=0)
    order = np.argsort(-effects)
    gradient = (d * (1 - state ** 2) * column).mean(axis=0)
    raw = np.abs((state * d).mean(axis=0))
    curve = lambda values: [two(removing(np.argsort(-values)[:k])) for k in range(6)]
    return {
        'contrast': value(state),
        'total': value(state) - value(np.tanh(pre)),
        'top': [[int(u), float(effects[u]), float(column[u])] for u in order[:10]],
        'outputs': [float(x) for x in (d * state).mean(axis=0)],
        'historyTotal': value(state) - value(np.tanh(np.tile(bh + column, (len(state), 1)))),
        'historyTop': [int(u) for u in np.argsort(-history)[:5]],
        'gradientSum': float(gradient.sum()),
        'knockOut': two(removing(order[:5])),
        'curves': {'effect': curve(effects), 'gradientTimesInput': curve(gradient),
                   'magnitude': curve(np.abs(column)), 'rawActivation': curve(raw)},
    }


def random_knock_outs(count):
    generator = np.random.default_rng(1)
    drawn = np.array([two(removing(generator.choice(H, count, replace=False))) for _ in range(100)])
    return {'mean': drawn.mean(axis=0).tolist(), 'deviation': drawn.std(axis=0).tolist()}


def everywhere(units):
    """The text read again with Wxh[units, ':'] at 0 throughout: what then follows the colons."""
    changed = Wxh.copy()
    changed[units, colon] = 0
    h, seen = np.zeros(H), []
    for t in range(len(text) - 1):
        h = np.tanh(changed[:, text[t]] + Whh @ h + bh)
        if text[t] == colon:
            seen.append(h)
    return two(probabilities(np.array(seen)))


def prompt(string, twice):
    states = [np.zeros(H)]
    read = string + (string[-1] if twice else '')
    for c in read:
        states.append(np.tanh(Wxh[:, index[c]] + Whh @ states[-1] + bh))
    q = probabilities(states[-1])
    active = lambda h: np.flatnonzero(np.abs(h) > 0.5)
    outcomes = np.flatnonzero(q > 0.5)
    mask = np.outer(np.abs(states[-1]) > 0.5, np.abs(states[-2]) > 0.5)
    return {'newline': float(q[newline]), 'space': float(q[space]), 'active': len(active(states[-1])),
            'before': len(active(states[-2])), 'outcomes': [characters[i] for i in outcomes],
            'Whh': int(mask.sum()), 'maskedSum': float(Whh[mask].sum()),
            'surprise': [float(-np.log2(probabilities(states[i])[index[read[i]]])) for i in range(1, len(read))]}


rest = [i for i in range(V) if i not in (newline, space)]
first = contrast([newline], [space])
print(json.dumps({
    'natsPerCharacter': float(-np.log(after[np.arange(len(after)), following]).mean()),
    'pastMatters': past,
    'occurrences': len(places),
    'counts': {characters[i]: int(counts[i]) for i in np.flatnonzero(counts)},
    'mean': two(p),
    'deviation': [float(p[:, newline].std()), float(p[:, space].std())],
    'quantiles': np.quantile(p[:, newline], [0.05, 0.25, 0.5, 0.75, 0.95]).tolist(),
    'accuracy': float((p.argmax(axis=1) == truly).mean()),
    'baseRate': float(counts.max() / counts.sum()),
    'divergence': float(np.sum(shares[shares > 0] * np.log2(shares[shares > 0] / mean[shares > 0]))),
    'meanWhereSpaceCame': two(p[truly == space]),
    'newlineOrSpace': first,
    'endOrRest': contrast([newline, space], rest),
    'random': {'5': random_knock_outs(5), '10': random_knock_outs(10)},
    'everywhere': everywhere([unit for unit, _, _ in first['top'][:5]]),
    'prompt': prompt('test of an apple:', False),
    'promptTwice': prompt('test of an apple:', True),
}))
