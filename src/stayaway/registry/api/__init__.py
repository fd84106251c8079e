"""The registry for programs: everything that it does, through OpenAPI, under the same permissions as through pages.

- `face.py` puts the operations together; `parsing.py` reads bodies; `problems.py` says what was wrong (RFC 9457).
- `callers.py`: who calls, by session or token, with which scopes, and how often.
- `words.py`: the words of the order file, with the shapes that a program sends them in. `people.py`, `bodies.py`: the
  entries that it can make. `steps.py` makes them, through `recording.record` alone; `once.py` sees to it that a
  repeated call is answered with the first one's answer.
- `answers.py`: what programs get. `entering.py`, `records.py`, `searching.py`, `lists.py`, `exchanging.py`: the
  operations; `operating.py`: what they share. `cursors.py`: where a list goes on. `openness.py`: that a call about what
  may not be seen is answered as if it were not there.
"""
