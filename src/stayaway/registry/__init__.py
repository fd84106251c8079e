"""The registry: orders of a court or a state, recorded once and changed only by those who may. It holds no rule.

How it hangs together:

- **The journal is the record** (`models/journal.py`, `journal.py`, `chain.py`). What happened is appended as entries,
  each chained to the one before; nothing is ever changed in place. Entries speak the words of the order file.
- **Folding** (`folding.py`) turns the entries of some cases, as far as they were recorded by an instant, into an order
  file, which the core reads and answers. `recording.py` is the one way in: it folds, asks `permission.py` (which asks
  `reasoning.authority` and `reasoning.docketing`), appends, and brings the projections up to date (`projecting.py`).
- **Reading** (`reading.py`) is the one way out: it decides what an actor may see (`sight.py`), hides the rest
  (`redaction.py`), and journals that it was seen.
- `actors.py`: who acts. `accounts/`: agencies, accounts, posts, sign-in. `finding/`: by name, date, number.
  `exchange/`: import and export. `secret_fields.py`: what is kept encrypted. `work.py`: work lists and reminders.
- `api/`, `desk/`: the same through OpenAPI and through pages. Neither reaches the tables but through the above.
"""
