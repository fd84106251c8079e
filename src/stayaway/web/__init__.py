"""What the web faces share: the look, the safety, and how findings are shown in HTML. It is no face and knows none.

Where things go:

- `settings`: the part of Django's settings that is the same for every face, to begin a face's own `settings` with.
- `headers`, `csrf`, `logs`: the headers of safety, forms that never say where somebody comes from, and what a failure
  may leave in a log.
- `tags`: `{% say "code" fact=value %}` and its siblings in templates. A face names its lists of codes in its settings.
- `blocks`: shows the blocks of `stayaway.pages` in HTML. `questions`: what a form asks, as data for `web/section.html`
  and `web/question.html`. `places`: the places whose law is here, for menus.
- `languages`: the languages that there are, and which one a browser asks for.
- `templates/web/`: the frame of every page (`page.html`), and parts that pages include: `sources`, `parts`, `steps`,
  `section`, `question` and `faults` (a form), `place_menu`, `alert`, `answer_bar`, `docket`, `pages`.
- `styles/`: what `make assets` compiles on top of USWDS into `static/vendor/`: `site.css` for every page, and
  `registry.css` beside it for the pages of records.

A face's base template extends `web/page.html` and fills the blocks `title`, `head` (its own styles and scripts), `bar`
(above everything), `name`, `account`, `languages`, `menu`, `messages` and `footer`; its pages fill `scripts`, `back`,
`main`, and `sources` where they list none. From the context the frame reads `voice`, `language`, `languages`, `path`,
`notice` and, where there is one, `menu` (entries with `path`, `said`, `is_here`); it leads to addresses named `home`
and `language`. A page that passes its own `voice` gets the list of its sources.

Nothing here reads the clock, asks a database or holds a sentence: those are in `stayaway.wording.web`.
"""
