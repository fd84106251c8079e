"""The registry's pages: work list, cases, entries, persons, finding, the officer's screen, audit. They hold no rule.

Where things go:

- `frame`: what every page shares: who asks, the voice, refusals, and what is kept between a form and its answer.
- `names`: orders by names that people read, in place of their random ids.
- `work_list`, `case_page` (with `standing_of`, `docket`, `offered`): what there is to do and to see.
- `entering` (with `entry_form`), `marking`: entries of a case, each through `recording` (`sending`).
- `case_form`, `new_case`, `order_form`, `compose`, `new_order`: a case and its orders, and the check before signing.
- `person_page`, `person_forms`: a person. `alike`, `choosing`: so that nobody is recorded twice.
- `finding_page`, `officer`, `audit`: finding people, the screen for one hand, and who looked.

Every page answers a form by leading to another page. No name, number or answer stands in an address: what a form
asked for is kept, encrypted, in the session.
"""
