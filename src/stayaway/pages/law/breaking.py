"""What breaking an order can bring at a place, and what the law says of two orders and of other places."""

from __future__ import annotations

from collections.abc import Iterator

from stayaway.law.schema import FelonyTrigger, Violation
from stayaway.model import Kind, Reason
from stayaway.reasoning.codes.exposure import ExposureCode, FelonyCode
from stayaway.reasoning.felonies import felonies
from stayaway.wording.place import PlaceCode as Code

from .teller import Line, Teller, begun, ended


def breaking(teller: Teller) -> Iterator[Line]:
    """The lines about breaking an order, about two orders at once, and about what is kept where."""
    own = teller.law.own
    for topic, violation, kind in (
        (Code.CIVIL_BREAK, own.violation_civil, Kind.CIVIL),
        (Code.CRIMINAL_BREAK, own.violation_criminal, Kind.CRIMINAL),
    ):
        if violation is not None:
            found = teller.line(topic, charged(teller, violation, kind), violation)
            yield Line(topic, found.said, (*felony_lines(teller, violation), *found.more))
    if own.consent_no_defense is not None:
        consent = own.consent_no_defense
        codes = {True: Code.NO_CONSENT, False: Code.CONSENT_MAY_COUNT, "unknown": Code.CONSENT_UNKNOWN}
        yield teller.line(Code.CONSENT, teller.say(codes[consent.stated]), consent, consent.detail)
    if own.both_orders is not None:
        both = own.both_orders
        yield teller.line(Code.BOTH, teller.voice.show(both.rule), both, both.detail)
    if teller.full and own.foreign_orders is not None and own.foreign_orders.detail:
        yield teller.line(Code.FOREIGN, own.foreign_orders.detail, own.foreign_orders)
    if own.registry is not None:
        yield teller.line(Code.REGISTRY, own.registry.name, own.registry)
    if own.help is not None:
        mark = teller.voice.mark(own.help.authority)
        yield Line(Code.HELP, f"{own.help.name}, {own.help.url}{mark}")


def charged(teller: Teller, violation: Violation, kind: Kind) -> str:
    """The charge, the most that it can bring, arrest, and what else can follow."""
    offense = begun(violation.offense)
    said = [
        teller.say(Code.CHARGE_GRADED, offense=offense.rstrip("."), grade=violation.grade.rstrip("."))
        if violation.grade
        else ended(offense)
    ]
    most = _most(violation)
    if most is not None:
        said.append(teller.say(Code.PENALTY, most=begun(teller.voice.show(most))))
    said.append(teller.say(Code.ARREST, rule=violation.arrest))
    if violation.contempt is True:
        said.append(teller.say(Code.CONTEMPT))
    if kind is Kind.CRIMINAL and violation.release_revocation is True:
        said.append(teller.say(Code.RELEASE))
    return " ".join(said)


def _most(violation: Violation) -> Reason | None:
    jail, fine = violation.max_jail, violation.max_fine
    if jail is not None and fine is not None:
        return Reason(FelonyCode.JAIL_AND_FINE, {"max_jail": jail, "max_fine": fine})
    if jail is not None:
        return Reason(FelonyCode.JAIL, {"max_jail": jail})
    return Reason(FelonyCode.FINE, {"max_fine": fine}) if fine is not None else None


def felony_lines(teller: Teller, violation: Violation) -> Iterator[str]:
    """When it is a felony. Ways that bring the same are told together.

    The law's own words stand beside them where all is wanted, and where nothing plainer is known.
    """
    voice = teller.voice
    alike: dict[str, list[str]] = {}
    for reason in felonies(teller.any_order, violation):
        if reason.code is ExposureCode.FELONY_WHEN:
            yield teller.say(Code.FELONY_AS_FOUND, conditions=reason.facts["condition"])
            continue
        said = voice.show(reason.facts["conditions"]) if reason.facts["conditions"] else ""
        if said and (teller.full or FelonyTrigger.OTHER in reason.facts["conditions"]):
            said = f"{said} ({str(reason.facts['law']).rstrip('.')})"
        alike.setdefault(voice.show(reason.facts["charge"]), []).append(said)
    for charge, conditions in alike.items():
        if not all(conditions):
            yield teller.say(Code.FELONY_ALWAYS, charge=charge)
        else:
            yield teller.say(Code.FELONY_IF, charge=charge, conditions="; ".join(dict.fromkeys(conditions)))
