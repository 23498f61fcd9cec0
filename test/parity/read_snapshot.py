#!/usr/bin/env python3
"""Reads a snapshot as the course's scripts do and prints what it found as one JSON object, for formats.parity.ts.

  read_snapshot.py FILE [ENCODING]     FILE ends in .npz or .pkl; ENCODING as numpy.load and pickle.load take it
"""
import hashlib
import json
import pickle
import sys

import numpy as np

MATRICES = ['Wxh', 'Whh', 'Why', 'bh', 'by']
LISTED = ['chars', 'data_size', 'vocab_size', 'char_to_ix', 'ix_to_char']


def described(value):
    """A plain value with its type's name, since bytes and text must be told apart."""
    if isinstance(value, dict):
        return [[described(key), described(item)] for key, item in value.items()]
    if isinstance(value, list):
        return [described(item) for item in value]
    if isinstance(value, bytes):
        return {'bytes': value.decode('latin1')}
    return {type(value).__name__: value}


def matrix(array):
    return {'dtype': array.dtype.str, 'shape': list(array.shape), 'order': 'C' if array.flags['C_CONTIGUOUS'] else 'F',
            'sha256': hashlib.sha256(array.tobytes('C')).hexdigest()}


def restored_draw(get):
    """The first draw of a generator in the state that the snapshot holds."""
    random = np.random.RandomState()
    random.set_state(('MT19937', get('generator_key'), int(get('generator_position')), int(get('generator_has_gauss')),
                      float(get('generator_gauss'))))
    return random.randn()


path, encoding = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else 'ASCII'
if path.endswith('.npz'):
    snapshot = np.load(path, allow_pickle=True, encoding=encoding)
    keys = snapshot.files
else:
    with open(path, 'rb') as file:
        snapshot = pickle.load(file, encoding=encoding)
    keys = list(snapshot)


def get(name):
    return snapshot[name.encode() if isinstance(keys[0], bytes) else name]


names = [key.decode() if isinstance(key, bytes) else key for key in keys]
found = {'keyType': sorted({type(key).__name__ for key in keys}), 'names': names,
         'matrices': {name: matrix(get(name)) for name in MATRICES + ['m' + name for name in MATRICES]},
         'lists': {name: described(get(name).tolist()) for name in LISTED}}
if 'charscope_format' in names:
    found['resume'] = {name: described(get(name).tolist()) for name in
                       ('iteration', 'position', 'smooth_loss', 'hyperparameters', 'dataset_name', 'dataset_sha256')}
    found['hprev'] = matrix(get('hprev'))
    found['draw'] = restored_draw(get)
print(json.dumps(found))
