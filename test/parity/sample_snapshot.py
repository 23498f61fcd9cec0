#!/usr/bin/env python3
"""Prints what NumPy writes with a snapshot, for terminal.parity.ts: a JSON list with a text for each temperature.

  sample_snapshot.py SNAPSHOT PROMPT LENGTH SEED TEMPERATURE...
"""
import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / 'fixtures' / 'rnn'))
from numpy_completion import complete_text  # noqa: E402

path, prompt, length, seed = sys.argv[1:5]
print(json.dumps([complete_text(path, prompt, int(length), float(temperature), int(seed), False)
                  for temperature in sys.argv[5:]]))
