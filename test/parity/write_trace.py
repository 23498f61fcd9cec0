#!/usr/bin/env python3
"""Lets NumPy write down the first iterations over a text for trace-comparison.ts: the state that each begins with, and
what it computes. Before that it makes sure that the loop it uses is the reference script's, to the last bit.

  write_trace.py TEXT FOLDER REFERENCE_SCRIPT [--seed 0] [--temperature 1] [--hidden 100] [--seq-length 25]
"""
import argparse
import json
import os
import subprocess
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../fixtures/rnn'))
from numpy_loop import Loop, NAMES, flat, vocabulary_of  # noqa: E402

ITERATIONS = 11

parser = argparse.ArgumentParser()
parser.add_argument('text')
parser.add_argument('folder')
parser.add_argument('reference')
parser.add_argument('--seed', type=int, default=0)
parser.add_argument('--temperature', type=float, default=1.0)
parser.add_argument('--hidden', type=int, default=100)
parser.add_argument('--seq-length', type=int, default=25)
options = parser.parse_args()
os.makedirs(options.folder)


def reference_trace():
    path = os.path.join(options.folder, 'reference.npz')
    subprocess.run([sys.executable, options.reference, options.text, '--trace', path, '--iterations', '1',
                    '--sample-every', '0', '--seed', str(options.seed), '--temperature', str(options.temperature),
                    '--hidden', str(options.hidden), '--seq-length', str(options.seq_length)],
                   check=True, stdout=subprocess.DEVNULL)
    return np.load(path)


def require_equal(trace, parameters, result):
    pairs = {name: (trace[name], parameters[name]) for name in NAMES}
    pairs.update({'d' + name: (trace['d' + name], result['gradients'][name]) for name in NAMES})
    pairs.update(hs=(trace['hs'], result['hs'].T), ps=(trace['ps'], result['ps'].T),
                 inputs=(trace['inputs'], result['inputs']), targets=(trace['targets'], result['targets']),
                 loss=(trace['loss'], result['loss']))
    for name, (theirs, ours) in pairs.items():
        if not np.array_equal(theirs, ours):
            sys.exit(f'numpy_loop.py is not the reference script any more: {name} differs')


with open(options.text, 'rb') as file:
    vocabulary, text = vocabulary_of(file.read().decode('latin1'))
loop = Loop(text, len(vocabulary), options.hidden, options.seq_length, 0.1, options.temperature, options.seed)
entries, arrays = [], []
for iteration in range(ITERATIONS):
    loop.begin_sequence()
    before = {name: values.copy() for name, values in loop.parameters.items()}
    start = [flat(before), flat(loop.memory), loop.hprev.ravel(), [loop.smooth_loss]]
    result = loop.iterate()
    if iteration == 0:
        require_equal(reference_trace(), before, result)
    # The order is that of FIELDS in trace-comparison.ts.
    arrays += start + [result['hs'].ravel(), result['ps'].ravel(), flat(result['gradients']), [result['loss']],
                       flat(loop.parameters), flat(loop.memory), loop.hprev.ravel(), [loop.smooth_loss]]
    entries.append({'position': result['position'], 'inputs': result['inputs'], 'targets': result['targets']})

np.concatenate(arrays).astype('<f8').tofile(os.path.join(options.folder, 'trace.bin'))
with open(os.path.join(options.folder, 'trace.json'), 'w', encoding='utf-8') as file:
    json.dump({'hiddenSize': options.hidden, 'vocabularySize': len(vocabulary), 'sequenceLength': options.seq_length,
               'learningRate': 0.1, 'clip': 5, 'temperature': options.temperature, 'seed': options.seed,
               'iterations': entries}, file)
