#!/usr/bin/env python3
"""Prints which members of two .npz hold the same bits, for terminal.parity.ts: a JSON object of names and booleans.

  compare_snapshots.py FIRST SECOND
"""
import json
import sys

import numpy as np


def content(array):
    """Type, shape and bits; the entries where they are Python's objects."""
    bits = array.tolist() if array.dtype == object else array.tobytes('C')
    return array.dtype.str, array.shape, bits


first, second = (np.load(path, allow_pickle=True, encoding='latin1') for path in sys.argv[1:3])
print(json.dumps({name: name in first and name in second and content(first[name]) == content(second[name])
                  for name in {*first.files, *second.files}}))
