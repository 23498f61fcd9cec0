#!/usr/bin/env python3
"""The pass over a whole text as the report's script makes it: a character at a time, each a column of zeros with one 1,
every product taken by itself, all hidden states kept. Needs NumPy alone.

  plain_pass.py DATA [--hidden 250] [--seed 0]

Prints {"natsPerCharacter", "charactersPerSecond"}.
"""
import argparse
import json
import time

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument('data')
parser.add_argument('--hidden', type=int, default=250)
parser.add_argument('--seed', type=int, default=0)
arguments = parser.parse_args()

with open(arguments.data, 'rb') as file:
    data = np.frombuffer(file.read(), dtype=np.uint8)
characters, indices = np.unique(data, return_inverse=True)
text = indices.tolist()
vocabulary_size, hidden_size = len(characters), arguments.hidden

np.random.seed(arguments.seed)
Wxh = np.random.randn(hidden_size, vocabulary_size) * 0.01
Whh = np.random.randn(hidden_size, hidden_size) * 0.01
Why = np.random.randn(vocabulary_size, hidden_size) * 0.01
bh, by = np.zeros((hidden_size, 1)), np.zeros((vocabulary_size, 1))

h = np.zeros((hidden_size, 1))
states, nats = [], 0.0
start = time.perf_counter()
for character, following in zip(text[:-1], text[1:]):
    x = np.zeros((vocabulary_size, 1))
    x[character] = 1
    h = np.tanh(np.dot(Wxh, x) + np.dot(Whh, h) + bh)
    states.append(h)
    y = np.dot(Why, h) + by
    y = y - np.max(y, axis=0)
    p = np.exp(y) / np.sum(np.exp(y), axis=0)
    nats -= np.log(p[following, 0])
seconds = time.perf_counter() - start
print(json.dumps({'natsPerCharacter': nats / len(states), 'charactersPerSecond': len(states) / seconds}))
