"""What makes breaking an order a felony: each way that the law gives, and whether the papers show that it is met."""

from __future__ import annotations

from collections.abc import Iterator

from stayaway.law.schema import Felony, FelonyTrigger, Violation
from stayaway.model import ChargeLevel, CriminalCase, FactValue, LawText, Order, Reason, because

from .codes.exposure import ExposureCode as Code
from .codes.exposure import FelonyCode as Part

COUNTED = {
    FelonyTrigger.PRIOR_CONVICTION: (
        Part.CONVICTION,
        Part.CONVICTION_WITHIN,
        Part.CONVICTIONS,
        Part.CONVICTIONS_WITHIN,
    ),
    FelonyTrigger.REPEATED: (Part.BREAK, Part.BREAK_WITHIN, Part.BREAKS, Part.BREAKS_WITHIN),
}
"""How what came before is said: one of it, one within some time, several, several within some time."""


def felonies(order: Order, violation: Violation) -> Iterator[Reason]:
    """Every way in which breaking the order becomes a felony. What is not made plain stands in the sources' words."""
    for felony in violation.felonies:
        facts = {"charge": _charge(felony), "conditions": _conditions(felony), "law": LawText(felony.text)}
        yield because(_code(felony, order), violation.authority, **facts)
    plain = {felony.text for felony in violation.felonies}
    for passage in violation.felony_when:
        if passage not in plain:
            yield because(Code.FELONY_WHEN, violation.authority, condition=LawText(passage))


def _code(felony: Felony, order: Order) -> Code:
    """What the papers show of the triggers. All must hold: one that is met is not enough, one that is not is."""
    triggers = set(felony.when)
    level = _level(order)
    if FelonyTrigger.UNDERLYING_FELONY in triggers and level is ChargeLevel.MISDEMEANOR:
        return Code.FELONY_NOT_IN_THIS_CASE
    if triggers == {FelonyTrigger.UNDERLYING_FELONY} and level is ChargeLevel.FELONY:
        return Code.FELONY_IN_THIS_CASE
    return Code.FELONY_ALWAYS if triggers == {FelonyTrigger.ALWAYS} else Code.FELONY_IF


def _level(order: Order) -> ChargeLevel | None:
    """How heavy the charge is in the criminal case that the order belongs to, where the papers say so."""
    charge = order.case.charge if isinstance(order.case, CriminalCase) else None
    return charge.level if charge is not None else None


def _conditions(felony: Felony) -> tuple[FactValue, ...]:
    return tuple(_condition(trigger, felony) for trigger in felony.when if trigger is not FelonyTrigger.ALWAYS)


def _condition(trigger: FelonyTrigger, felony: Felony) -> FactValue:
    """A trigger, with how many earlier ones it takes, and within which time, where the law says so."""
    if trigger not in COUNTED or (felony.priors is None and felony.within is None):
        return trigger
    one, one_within, several, several_within = COUNTED[trigger]
    if felony.priors is None or felony.priors == 1:
        return because(one) if felony.within is None else because(one_within, within=felony.within)
    if felony.within is None:
        return because(several, number=felony.priors)
    return because(several_within, number=felony.priors, within=felony.within)


def _charge(felony: Felony) -> Reason:
    grade = felony.grade if felony.grade != ChargeLevel.FELONY.value else None
    most = _most(felony)
    if grade is not None and most is not None:
        return because(Part.GRADED_AND_PUNISHED, grade=LawText(grade), most=most)
    if grade is not None:
        return because(Part.GRADED, grade=LawText(grade))
    return because(Part.PUNISHED, most=most) if most is not None else because(Part.FELONY)


def _most(felony: Felony) -> Reason | None:
    """The most that it can bring, as far as it was found."""
    jail, fine = felony.max_jail, felony.max_fine
    if jail == "life":
        return because(Part.LIFE) if fine is None else because(Part.LIFE_AND_FINE, max_fine=fine)
    if jail is not None and fine is not None:
        return because(Part.JAIL_AND_FINE, max_jail=jail, max_fine=fine)
    if jail is not None:
        return because(Part.JAIL, max_jail=jail)
    return because(Part.FINE, max_fine=fine) if fine is not None else None
