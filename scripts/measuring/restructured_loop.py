#!/usr/bin/env python3
"""The report's training loop in NumPy, restructured for speed: what a student who knows NumPy well can make of it, so that
a comparison with Charscope is fair. And the pass over a whole text that keeps all hidden states. Needs NumPy alone.

  restructured_loop.py train DATA [--hidden 100] [--iterations 1000] [--seed 0] [--learning-rate 0.1]
  restructured_loop.py read DATA [--hidden 250] [--seed 0]

Only the recurrence goes step by step; every product that need not wait for it is taken once over all steps of the
sequence, a column of Wxh is looked up instead of multiplied out, and only the columns that occurred are updated. All that
is temporary is written into arrays that are kept. `train` prints {"smoothLoss", "msPerIteration"}, `read`
{"natsPerCharacter", "charactersPerSecond"}.
"""
import argparse
import json
import time

import numpy as np

T = 25
CLIP = 5
EPSILON = 1e-8


class Network:
    def __init__(self, vocabulary_size, hidden_size, seed):
        np.random.seed(seed)
        self.Wxh = np.ascontiguousarray((np.random.randn(hidden_size, vocabulary_size) * 0.01).T)
        self.Whh = np.random.randn(hidden_size, hidden_size) * 0.01
        self.Why = np.random.randn(vocabulary_size, hidden_size) * 0.01
        self.bh, self.by = np.zeros(hidden_size), np.zeros(vocabulary_size)

    def read(self, inputs, hs):
        """Fills hs (steps + 1, H) from hs[0] on."""
        before = self.Wxh[inputs] + self.bh
        for t in range(len(inputs)):
            h = hs[t + 1]
            np.dot(self.Whh, hs[t], out=h)
            h += before[t]
            np.tanh(h, out=h)

    def probabilities(self, hs):
        """(steps, V) for states (steps, H)."""
        ps = np.dot(hs, self.Why.T)
        ps += self.by
        ps -= ps.max(axis=1, keepdims=True)
        np.exp(ps, out=ps)
        ps /= ps.sum(axis=1, keepdims=True)
        return ps


def adagrad(parameter, memory, gradient, learning_rate):
    np.clip(gradient, -CLIP, CLIP, out=gradient)
    memory += gradient * gradient
    gradient *= learning_rate
    gradient /= np.sqrt(memory + EPSILON)
    parameter -= gradient


def train(text, vocabulary_size, options):
    net = Network(vocabulary_size, options.hidden, options.seed)
    mWxh, mWhh, mWhy = np.zeros_like(net.Wxh), np.zeros_like(net.Whh), np.zeros_like(net.Why)
    mbh, mby = np.zeros_like(net.bh), np.zeros_like(net.by)
    hs, dhs = np.zeros((T + 1, options.hidden)), np.zeros((T, options.hidden))
    steps = np.arange(T)
    smooth_loss, position = -np.log(1.0 / vocabulary_size) * T, 0
    start = time.perf_counter()
    for _ in range(options.iterations):
        if position + T + 1 >= len(text):
            position = 0
            hs[T] = 0
        inputs, targets = text[position:position + T], text[position + 1:position + T + 1]
        hs[0] = hs[T]
        net.read(inputs, hs)
        dys = net.probabilities(hs[1:])
        smooth_loss = smooth_loss * 0.999 - np.log(dys[steps, targets]).sum() * 0.001
        dys[steps, targets] -= 1
        np.dot(dys, net.Why, out=dhs)
        slopes = 1 - hs[1:] * hs[1:]
        for t in range(T - 1, -1, -1):
            dhs[t] *= slopes[t]
            if t:
                dhs[t - 1] += np.dot(dhs[t], net.Whh)
        columns, where = np.unique(inputs, return_inverse=True)
        dWxh = np.zeros((len(columns), options.hidden))
        np.add.at(dWxh, where, dhs)
        rate = options.learning_rate
        adagrad(net.Why, mWhy, np.dot(dys.T, hs[1:]), rate)
        adagrad(net.Whh, mWhh, np.dot(dhs.T, hs[:-1]), rate)
        touched, memory = net.Wxh[columns], mWxh[columns]
        adagrad(touched, memory, dWxh, rate)
        net.Wxh[columns], mWxh[columns] = touched, memory
        adagrad(net.bh, mbh, dhs.sum(axis=0), rate)
        adagrad(net.by, mby, dys.sum(axis=0), rate)
        position += T
    seconds = time.perf_counter() - start
    return {'smoothLoss': float(smooth_loss), 'msPerIteration': 1000 * seconds / options.iterations}


def read(text, vocabulary_size, options):
    net = Network(vocabulary_size, options.hidden, options.seed)
    hs = np.zeros((len(text), options.hidden))
    start = time.perf_counter()
    net.read(text[:-1], hs)
    ps = net.probabilities(hs[1:])
    nats = -np.log(ps[np.arange(len(text) - 1), text[1:]]).mean()
    seconds = time.perf_counter() - start
    return {'natsPerCharacter': float(nats), 'charactersPerSecond': (len(text) - 1) / seconds}


parser = argparse.ArgumentParser()
parser.add_argument('mode', choices=['train', 'read'])
parser.add_argument('data')
parser.add_argument('--hidden', type=int, default=100)
parser.add_argument('--iterations', type=int, default=1000)
parser.add_argument('--seed', type=int, default=0)
parser.add_argument('--learning-rate', type=float, default=0.1)
arguments = parser.parse_args()
with open(arguments.data, 'rb') as file:
    data = np.frombuffer(file.read(), dtype=np.uint8)
characters, indices = np.unique(data, return_inverse=True)
print(json.dumps({'train': train, 'read': read}[arguments.mode](indices, len(characters), arguments)))
