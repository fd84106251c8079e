"""What the law file of a place says: its instruments and facts, each value with its sources.

A law file is written by people who know law (`docs/law.md`), so the names here are the field's words, and an unknown
value is an ordinary value: `unknown` where it was looked for and not found, absent where nobody looked.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from stayaway.model import ChargeCategory, ChargeLevel, Kind, Stage, TermKind, Until

from .penalties import Felony, Violation
from .values import Cited, Source, Value
from .vocabulary import (
    ArrestRule,
    Asker,
    BothOrdersRule,
    Duration,
    EndRule,
    EnforceableFrom,
    FelonyTrigger,
    FirearmsRule,
    Flag,
    MandatoryRule,
    Scope,
    Unknown,
    Unlimited,
)

__all__ = [
    "ArrestRule",
    "Asker",
    "BothOrders",
    "BothOrdersRule",
    "Cited",
    "CivilModify",
    "CivilPetitioners",
    "CivilRelief",
    "CivilRenewal",
    "Consent",
    "CriminalModify",
    "CriminalPretrial",
    "CriminalSentence",
    "Duration",
    "EndRule",
    "Ends",
    "EnforceableFrom",
    "Facts",
    "Fees",
    "Felony",
    "FelonyTrigger",
    "FirearmsRule",
    "Flag",
    "ForeignOrders",
    "Help",
    "Instrument",
    "InstrumentTerm",
    "LawFile",
    "MandatoryRule",
    "Registry",
    "Rung",
    "Scope",
    "SentenceMaximum",
    "Source",
    "Unknown",
    "Unlimited",
    "Value",
    "Violation",
]


class Ends(Cited):
    """What dismissal, acquittal and conviction do to a criminal order."""

    on_dismissal: EndRule = EndRule.UNKNOWN
    on_acquittal: EndRule = EndRule.UNKNOWN
    on_conviction: EndRule = EndRule.UNKNOWN
    may_be_continued_for: tuple[Literal["civil_petition"], ...] = ()
    """What lets a court carry on an order that would otherwise end by itself."""


class InstrumentTerm(Value):
    """How long an instrument lasts."""

    default: Duration | Unlimited | None = None
    minimum: Duration | None = None
    maximum: Duration | Unlimited | None = None
    until: Until | None = None
    note: str | None = None


class Instrument(Cited):
    """An order type of one place."""

    id: str
    name: str
    also_called: tuple[str, ...] = ()
    track: Kind
    stage: Stage
    scope: Scope
    cite: Annotated[str, Field(alias="authority")]
    term: InstrumentTerm = InstrumentTerm()
    enforceable_from: EnforceableFrom = EnforceableFrom.UNKNOWN
    ends: Ends | None = None
    """Where this instrument differs from the place's `criminal_ends`."""
    renewal: CivilRenewal | None = None
    """Where this instrument differs from the place's `civil_renewal`."""
    violation: Violation | None = None
    """Where this instrument differs from the place's `violation_civil` or `violation_criminal`."""
    asks: tuple[Asker, ...] | None = None
    """Who may ask to change or end it, where that differs from the place's `civil_modify` or `criminal_modify`."""


class CivilPetitioners(Cited):
    """Who may ask for a civil order."""

    who: tuple[str, ...] = ()
    relationships: tuple[str, ...] = ()


class CivilRelief(Cited):
    """What a civil order may contain. None: nobody looked."""

    no_contact: Flag | None = None
    stay_away: Flag | None = None
    move_out: Flag | None = None
    firearms: FirearmsRule = FirearmsRule.UNKNOWN
    support: Flag | None = None
    custody: Flag | None = None


class CivilRenewal(Cited):
    """Who may ask to renew a civil order, and when.

    `opens_before` and `closes_after` are durations before and after the expiry within which renewal may be asked;
    `continues_pending` says whether the order goes on while a timely request waits.
    """

    who: tuple[str, ...] = ()
    must_ask_before_expiry: Flag | None = None
    opens_before: Duration | None = None
    closes_after: Duration | None = None
    continues_pending: Flag | Unknown = "unknown"
    term: Duration | None = None
    standard: str | None = None
    window: Duration | None = None


class CivilModify(Cited):
    """Who may ask to change or end a civil order early."""

    who: tuple[str, ...] = ()
    asks: tuple[Asker, ...] | None = None
    """`who` made plain. None: nobody made it plain."""
    limits: str | None = None


class CriminalPretrial(Cited):
    """Who asks for a no-contact order before trial, and whether the court must make one."""

    cite: Annotated[str | None, Field(alias="authority")] = None
    asked_by: tuple[str, ...] = ()
    mandatory: MandatoryRule = MandatoryRule.UNKNOWN


class CriminalSentence(Cited):
    """No-contact orders after conviction."""

    cite: Annotated[str | None, Field(alias="authority")] = None
    maximum: str | None = None
    maxima: tuple[SentenceMaximum, ...] = ()
    """`maximum` made plain."""


class CriminalModify(Cited):
    """Who may ask to change or end a criminal order, and how the protected person is heard."""

    who: tuple[str, ...] = ()
    asks: tuple[Asker, ...] | None = None
    """Who may ask the court, made plain from `who` and `victim_voice`. None: nobody made it plain."""
    victim_voice: str | None = None
    limits: str | None = None


class SentenceMaximum(Value):
    """How long an order made with a sentence may last.

    `level` and `charge` say for which convictions (None: any). `length` is a duration, or what else bounds it; `plus`
    is what is added after the sentence or probation has ended. `counts_from` is the day from which a duration runs.
    """

    level: ChargeLevel | None = None
    charge: ChargeCategory | None = None
    instruments: tuple[str, ...] = ()
    length: Duration | Literal["life", "none", "sentence", "probation", "statutory_maximum"]
    plus: Duration | None = None
    counts_from: Literal["sentencing", "entry", "release", "end_of_sentence"] | None = None
    text: str | None = None


class Consent(Cited):
    """Does the law say that the protected person's invitation or consent is no excuse?"""

    stated: Flag | Unknown = "unknown"
    detail: str | None = None
    except_instruments: tuple[str, ...] = ()
    """Instruments for which consent may be a defence in court. The order forbids the contact all the same."""


class Rung(Value):
    """One step of a ladder of enforcement: it keeps the orders that fit, where any do, and drops the others.

    The steps are applied in turn until one order is left; what is left after the last step is enforced together.

    - An order fits if it has every one of `kind`, `stage`, `instruments` (one of them) and `term` that is given.
    - `unqualified`: the term has no exception but the errands that every order leaves room for (counsel, court,
      service). A ban on contact that lets people text about the children is qualified.
    - `when: more_restrictive`: an order fits only if it forbids at least all that the others do.
      `when: both_kinds`: the step applies only where civil and criminal orders are among those still left.
    - `if_charge`: the order's criminal case has a charge of one of these categories; None: whatever the charge.
    - `pick: latest`: of the orders that fit, only the one issued last is kept.
    """

    kind: Kind | None = None
    stage: Stage | None = None
    term: TermKind | None = None
    unqualified: Flag = False
    instruments: tuple[str, ...] = ()
    when: Literal["more_restrictive", "both_kinds"] | None = None
    if_charge: tuple[ChargeCategory, ...] | None = None
    pick: Literal["latest"] | None = None


class BothOrders(Cited):
    """What is enforced first when a civil and a criminal order differ. What to *obey* never depends on it."""

    rule: BothOrdersRule = BothOrdersRule.UNKNOWN
    detail: str | None = None
    ladder: tuple[Rung, ...] = ()


class ForeignOrders(Cited):
    """How orders of other places are enforced."""

    detail: str | None = None


class Registry(Cited):
    """Where orders are kept."""

    name: str


class Fees(Cited):
    """Whether asking for an order costs anything."""

    petition_free: Flag | None = None


class Help(Cited):
    """The place's own help page."""

    name: str
    url: str


class Facts(Value):
    """What is known of the law of a place. A fact that is absent was not found."""

    civil_petitioners: CivilPetitioners | None = None
    civil_relief: CivilRelief | None = None
    civil_renewal: CivilRenewal | None = None
    civil_modify: CivilModify | None = None
    criminal_pretrial: CriminalPretrial | None = None
    criminal_sentence: CriminalSentence | None = None
    criminal_ends: Ends | None = None
    criminal_modify: CriminalModify | None = None
    violation_civil: Violation | None = None
    violation_criminal: Violation | None = None
    consent_no_defense: Consent | None = None
    both_orders: BothOrders | None = None
    foreign_orders: ForeignOrders | None = None
    registry: Registry | None = None
    fees: Fees | None = None
    help: Help | None = None


class LawFile(Value):
    """One law file: one place."""

    jurisdiction: Annotated[str, Field(pattern=r"^(us-[a-z]{2}|general)$")]
    name: str
    time_zone: str | None = None
    """Where most people of the place live, as the IANA database names it."""
    researched: date
    note: str | None = None
    sources: dict[str, Source] = Field(default_factory=dict)
    instruments: tuple[Instrument, ...] = ()
    facts: Facts = Facts()
    unknown: tuple[str, ...] = ()
