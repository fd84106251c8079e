"""The law of a place as reasoning asks for it: the place's own facts, and the general rule where it is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from stayaway.model import Answer, Kind, Order, SourceKind

from .federal import FederalFile, FederalItem
from .rests import OWN_FACTS, year_of
from .schema import (
    BothOrders,
    Cited,
    CivilModify,
    CivilPetitioners,
    CivilRelief,
    CivilRenewal,
    Consent,
    CriminalModify,
    CriminalPretrial,
    CriminalSentence,
    Ends,
    Facts,
    Fees,
    ForeignOrders,
    Help,
    Instrument,
    LawFile,
    Registry,
    Source,
    Violation,
)


@dataclass(frozen=True)
class PlaceLaw:
    """The law of one place. Facts the place does not have come from the general rules, with that authority.

    `known` is False for a place nobody wrote a file for, and for no place at all.
    """

    code: str | None
    file: LawFile
    general: LawFile
    known: bool = True

    @property
    def name(self) -> str:
        """The name of the place, or that of the general rules."""
        return self.file.name

    @property
    def time_zone(self) -> ZoneInfo:
        """The place's main time zone; UTC where no place is known."""
        return ZoneInfo(self.file.time_zone or "UTC")

    @property
    def own(self) -> Facts:
        """The facts of the place alone, without the general rules."""
        return self.file.facts

    @property
    def sources(self) -> Mapping[str, Source]:
        """Where the values were read."""
        return self.file.sources

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """The order types of the place, by id."""
        return {instrument.id: instrument for instrument in self.file.instruments}

    def instrument_of(self, order: Order) -> Instrument | None:
        """The instrument that an order is, if the paper names one of this place."""
        return self.instruments.get(order.instrument) if order.instrument else None

    # One property a fact, so that reasoning reads as law does: `law.civil_renewal.opens_before`.

    @cached_property
    def civil_petitioners(self) -> CivilPetitioners:
        """Who may ask for a civil order."""
        return self.own.civil_petitioners or self.general.facts.civil_petitioners or CivilPetitioners()

    @cached_property
    def civil_relief(self) -> CivilRelief:
        """What a civil order may contain."""
        return self.own.civil_relief or self.general.facts.civil_relief or CivilRelief()

    @cached_property
    def civil_renewal(self) -> CivilRenewal:
        """Who may ask to renew a civil order, and when."""
        return self.own.civil_renewal or self.general.facts.civil_renewal or CivilRenewal()

    @cached_property
    def civil_modify(self) -> CivilModify:
        """Who may ask to change or end a civil order."""
        return self.own.civil_modify or self.general.facts.civil_modify or CivilModify()

    @cached_property
    def criminal_pretrial(self) -> CriminalPretrial:
        """Who asks for a no-contact order before trial."""
        return self.own.criminal_pretrial or self.general.facts.criminal_pretrial or CriminalPretrial()

    @cached_property
    def criminal_sentence(self) -> CriminalSentence:
        """No-contact orders after conviction."""
        return self.own.criminal_sentence or self.general.facts.criminal_sentence or CriminalSentence()

    @cached_property
    def criminal_ends(self) -> Ends:
        """What ends a criminal order."""
        return self.own.criminal_ends or self.general.facts.criminal_ends or Ends()

    @cached_property
    def criminal_modify(self) -> CriminalModify:
        """Who may ask to change or end a criminal order."""
        return self.own.criminal_modify or self.general.facts.criminal_modify or CriminalModify()

    @cached_property
    def violation_civil(self) -> Violation:
        """What breaking a civil order can bring."""
        return self._required(lambda facts: facts.violation_civil)

    @cached_property
    def violation_criminal(self) -> Violation:
        """What breaking a criminal order can bring."""
        return self._required(lambda facts: facts.violation_criminal)

    @cached_property
    def consent_no_defense(self) -> Consent:
        """Whether invitation or consent is an excuse."""
        return self.own.consent_no_defense or self.general.facts.consent_no_defense or Consent()

    @cached_property
    def both_orders(self) -> BothOrders:
        """What is enforced first when two orders differ."""
        return self.own.both_orders or self.general.facts.both_orders or BothOrders()

    @cached_property
    def foreign_orders(self) -> ForeignOrders:
        """How orders of other places are enforced."""
        return self.own.foreign_orders or self.general.facts.foreign_orders or ForeignOrders()

    @cached_property
    def registry(self) -> Registry | None:
        """Where orders are kept, if known."""
        return self.own.registry

    @cached_property
    def fees(self) -> Fees:
        """Whether asking costs anything."""
        return self.own.fees or self.general.facts.fees or Fees()

    @cached_property
    def help(self) -> Help | None:
        """The place's own help page, if known."""
        return self.own.help

    def ends_of(self, instrument: Instrument | None) -> Ends:
        """What ends a criminal order: the instrument's own rule where it has one, otherwise the place's."""
        return instrument.ends if instrument is not None and instrument.ends is not None else self.criminal_ends

    def renewal_of(self, instrument: Instrument | None) -> CivilRenewal:
        """How a civil order is renewed: the instrument's own rule where it has one, otherwise the place's."""
        own = instrument.renewal if instrument is not None else None
        return own if own is not None else self.civil_renewal

    def violation_of(self, kind: Kind, instrument: Instrument | None) -> Violation:
        """What breaking an order can bring: the instrument's own rule where it has one, otherwise the place's."""
        if instrument is not None and instrument.violation is not None:
            return instrument.violation
        return self.violation_civil if kind is Kind.CIVIL else self.violation_criminal

    def modify_of(self, kind: Kind, instrument: Instrument | None) -> CivilModify | CriminalModify:
        """Who may ask to change or end an order: the instrument's own rule where it has one, otherwise the place's."""
        rule = self.civil_modify if kind is Kind.CIVIL else self.criminal_modify
        if instrument is None or instrument.asks is None:
            return rule
        return rule.model_copy(update={"asks": instrument.asks, "rests_on": instrument.rests_on})

    def holds_on(self, fact: Cited, day: date) -> Answer:
        """Is this value the law of that day? Yes, or unsure: what the law was on an earlier day may not be known here.

        A value that says from when or until when it holds is taken at its word. Otherwise it holds from the year of
        the text that was read (its best source; of an undated text, the year it was read in). The general rules are
        no law of one place and one day, so they hold on any.
        """
        if fact.holds_until is not None and day >= fact.holds_until:
            return Answer.UNSURE
        if fact.holds_from is not None:
            return Answer.YES if fact.holds_from <= day else Answer.UNSURE
        best = fact.authority
        if best is not None and best.kind is SourceKind.GENERAL:
            return Answer.YES
        year = year_of(best.as_of if best is not None else None) or self.file.researched.year
        return Answer.YES if year <= day.year else Answer.UNSURE

    @cached_property
    def turning_days(self) -> tuple[date, ...]:
        """The days from which or until which a value is known to hold: an answer may differ before and after."""
        facts = (getattr(self.own, name) for name in type(self.own).model_fields)
        own = (getattr(one, name) for one in self.file.instruments for name in OWN_FACTS)
        values = [value for value in (*facts, *own, *self.file.instruments) if value is not None]
        dated = {day for value in values for day in (value.holds_from, value.holds_until) if day is not None}
        return tuple(sorted(dated))

    def _required(self, pick: Callable[[Facts], Violation | None]) -> Violation:
        found = pick(self.own) or pick(self.general.facts)
        if found is None:
            raise LookupError("the general rules must say what a violation can bring")
        return found


@dataclass(frozen=True)
class FederalLaw:
    """The federal layer, by key. Its file is read when the first item is asked for."""

    load: Callable[[], FederalFile] = field(repr=False)

    @cached_property
    def file(self) -> FederalFile:
        """The federal file as it was written."""
        return self.load()

    @cached_property
    def items(self) -> Mapping[str, FederalItem]:
        """The federal rules, by key."""
        return {item.key: item for item in self.file.items}

    def __getitem__(self, key: str) -> FederalItem:
        return self.items[key]


@dataclass(frozen=True)
class LawBook:
    """The law of every place asked about. Reasoning is given one; it never reads a file itself."""

    federal: FederalLaw
    load: Callable[[str | None], PlaceLaw] = field(repr=False)

    def of(self, jurisdiction: str | None) -> PlaceLaw:
        """The law of a place; of a place that is not known, the general rules alone."""
        return self.load(jurisdiction)
