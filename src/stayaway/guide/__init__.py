"""The public website: one of the faces. It reads the clock and forms, and shows answers; it holds no rule.

Where things go:

- `settings`, `urls`, `wsgi`, `serve`: Django's frame. No database, no admin, no logs of what was asked. What it has in
  common with other web faces is in `stayaway.web`: headers, form tokens, logs, `{% say %}`, HTML of findings, styles.
- `visit`: what is kept for a visit, in memory only: `papers`, `keep`, `answers`, `remember`, `wipe`. `sessions` is the
  store behind it.
- `middleware`: the page that explains the exit before the first journey.
- `asking`: the clock, the voice and the language of a request.
- `front`: home, safety, exit and language. `open`: the journeys that need no papers. `reference`: the law of places.
  `papers/`: the journeys about somebody's orders, with addresses of their own (`papers/urls.py`) and templates in
  `templates/papers/`.
- `templates/guide/`: one template a page on top of `base.html`; `static/guide/`: our own scripts. Nothing inline,
  nothing from another host.

`/which/`, `/next/` and `/law/…` need no papers; `/now/`, `/contact/`, `/change/`, `/next/mine/` and `/papers/…` are
about somebody's orders (`papers/`). A page that passes its own `voice` to its template gets the list of its sources.

A journey's form is sent by POST, its answers are kept with `visit.remember`, and the answer is shown by GET. So nothing
about anybody is in an address, and changing the language or reloading keeps what was written. Texts are sentences of
`wording/sentences/guide.py` by their code in `wording/guide.py` (for `papers/`: `papers.py` beside them); views and
templates hold none.
"""
