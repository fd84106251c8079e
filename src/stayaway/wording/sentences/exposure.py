"""How exposure is said: what breaking an order can bring, and the federal firearm rule."""

from stayaway.reasoning.codes.exposure import ExposureCode as Code
from stayaway.reasoning.codes.exposure import FelonyCode as Felony
from stayaway.reasoning.codes.exposure import FirearmCode as Firearm

from ..language import N_

SENTENCES = {
    Code.ARREST_MANDATORY: N_(
        "Police must arrest {restrained} if they have good reason to believe that this order was broken. In "
        "some cases the law may leave it to them."
    ),
    Code.ARREST_PERMITTED: N_(
        "Police may arrest {restrained} if they have good reason to believe that this order was broken."
    ),
    Code.ARREST_UNKNOWN: N_(
        "Police can arrest {restrained} for breaking this order. Whether they must do so here is not known."
    ),
    Code.CHARGE: N_("Breaking this order can be charged as: {offense} ({grade})."),
    Code.CHARGE_UNGRADED: N_("Breaking this order can be charged as: {offense}."),
    Code.CHARGE_AS_FOUND: N_(
        "No penalty of its own was found here for breaking this order. What the sources say: {offense} ({grade}). "
        "Ask a lawyer of the place what else can be charged."
    ),
    Code.CHARGE_AS_FOUND_UNGRADED: N_(
        "No penalty of its own was found here for breaking this order. What the sources say: {offense}. Ask a "
        "lawyer of the place what else can be charged."
    ),
    Code.CHARGE_GENERAL: N_(
        "Breaking this order can bring criminal charges. They can be a misdemeanor or a felony. That depends on the "
        "state and on what happened."
    ),
    Code.PENALTY: N_(
        "For this charge a court can give up to {max_jail} in jail or prison and a fine of up to ${max_fine}."
    ),
    Code.PENALTY_JAIL: N_("For this charge a court can give up to {max_jail} in jail or prison."),
    Code.PENALTY_FINE: N_("For this charge a court can set a fine of up to ${max_fine}."),
    Code.FELONY_IF: N_("It can be charged as {charge} if {conditions}. The source says: {law}"),
    Code.FELONY_ALWAYS: N_("Here it can be charged as {charge} in every case. The source says: {law}"),
    Code.FELONY_IN_THIS_CASE: N_(
        "Here it can be charged as {charge}, because the case is a felony case. The source says: {law}"
    ),
    Code.FELONY_NOT_IN_THIS_CASE: N_(
        "It can be charged as {charge} if {conditions}. By what is written down here, the case is a misdemeanor case. "
        "The source says: {law}"
    ),
    Felony.FELONY: N_("a felony"),
    Felony.GRADED: N_("a felony ({grade})"),
    Felony.PUNISHED: N_("a felony ({most})"),
    Felony.GRADED_AND_PUNISHED: N_("a felony ({grade}, {most})"),
    Felony.JAIL: N_("up to {max_jail} in jail or prison"),
    Felony.FINE: N_("a fine of up to ${max_fine}"),
    Felony.JAIL_AND_FINE: N_("up to {max_jail} in jail or prison and a fine of up to ${max_fine}"),
    Felony.LIFE: N_("up to life in prison"),
    Felony.LIFE_AND_FINE: N_("up to life in prison and a fine of up to ${max_fine}"),
    Felony.CONVICTION: N_("there was an earlier conviction"),
    Felony.CONVICTION_WITHIN: N_("there was an earlier conviction within {within}"),
    Felony.CONVICTIONS: N_("there were {number} earlier convictions"),
    Felony.CONVICTIONS_WITHIN: N_("there were {number} earlier convictions within {within}"),
    Felony.BREAK: N_("an order was broken once before"),
    Felony.BREAK_WITHIN: N_("an order was broken before within {within}"),
    Felony.BREAKS: N_("an order was broken {number} times before"),
    Felony.BREAKS_WITHIN: N_("an order was broken {number} times before within {within}"),
    Code.FELONY_WHEN: N_("The charge can be a more serious one (a felony) in this case: {condition}."),
    Code.RELEASE_REVOKED: N_(
        "The criminal court can take back bail or release. Then {restrained} can be held in jail until the trial."
    ),
    Code.RELEASE_REVOKED_IF: N_(
        "The stage of this order is not known. If it belongs to bail or release before trial, the court can take "
        "that back, and {restrained} can be held in jail until the trial."
    ),
    Code.PROBATION_REVOKED: N_("The court can take back probation. Then {restrained} can be sent to jail or prison."),
    Code.PROBATION_REVOKED_IF: N_(
        "The stage of this order is not known. If it belongs to probation, the court can take that back, and "
        "{restrained} can be sent to jail or prison."
    ),
    Code.SENTENCE_CONSEQUENCES: N_(
        "This order belongs to a sentence. Jail time that was held back can be brought into force, and early "
        "release can be lost."
    ),
    Code.SENTENCE_CONSEQUENCES_IF: N_(
        "The stage of this order is not known. If it belongs to a sentence, jail time that was held back can be "
        "brought into force, and early release can be lost."
    ),
    Code.CONTEMPT: N_("The court can also find contempt of court. That can mean jail or a fine."),
    Code.CONTEMPT_UNKNOWN: N_(
        "In many places the court can also find contempt of court. Whether it can here is not known."
    ),
    Code.CONTEMPT_NOT_LISTED: N_("The law that was read here does not name contempt of court for this."),
    Code.UNDERLYING_CASE: N_(
        "It can make things worse in the criminal case that this order belongs to: at the trial, in a plea or in "
        "the sentence."
    ),
    Code.UNDERLYING_CASE_IF: N_(
        "If the criminal case is still open, breaking the order can make things worse in that case too."
    ),
    Code.OWN_RULE_FOR_SOME: N_(
        "Some kinds of order here have their own rule on this: {names}. Look on the order for its kind."
    ),
    Code.LAW_NOTE: N_("What the law sources add: {note}"),
    Code.LAW_OF_THAT_DAY_UNKNOWN: N_(
        "The law shown here is newer than what may have held on {day}. What the law said on that day is not known here."
    ),
    Code.INVITED_ALL_THE_SAME: N_("All of this can follow even if {protected} called, wrote or asked to meet first."),
    Code.BINDS_ONE_SIDE: N_("The order binds {restrained}. It does not bind {protected}."),
    Code.CONSENT_NO_EXCUSE: N_("Here an invitation or consent is no excuse. {detail}"),
    Code.CONSENT_UNKNOWN: N_(
        "No rule of this place on an invitation or consent was found. Do not count on it: only the court can change "
        "the order."
    ),
    Code.CONSENT_MAY_BE_RAISED: N_(
        "The order forbids the contact, even with consent. Here consent may count as a defense in court, for some "
        "orders at least. That is for a lawyer to raise. {detail}"
    ),
    Code.CONSENT_MAY_BE_RAISED_FOR_SOME: N_(
        "The order forbids the contact, even with consent. For some kinds of order here ({names}) a lawyer may "
        "raise consent as a defense in court. {detail}"
    ),
    Code.FEDERAL_TRAVEL: N_("It can be a federal crime to cross a state line to break this order. {rule}"),
    Code.FEDERAL_FORCED_TRAVEL: N_("It can be a federal crime to make someone else cross one. {rule}"),
    Code.FEDERAL_PENALTIES: N_("This is how a federal court can punish it. {rule}"),
    Code.FEDERAL_CRIMINAL_ORDERS: N_(
        "Whether the federal rule reaches the order of a criminal court can depend on the order. {rule}"
    ),
    Code.FULL_FAITH: N_("The order counts in every state, not only where it was made. {rule}"),
    Code.FULL_FAITH_TESTS: N_("This is when another state must honor the order. {rule}"),
    Code.RECORD_OF_ORDER: N_(
        "The order itself may or may not show on a background check. That depends on the state and the check. It is "
        "a civil matter and no conviction."
    ),
    Code.RECORD_OF_CHARGE: N_(
        "A charge or conviction for breaking the order does show on a criminal background check."
    ),
    Firearm.BARRED: N_(
        "Federal law bars {restrained} from having firearms (guns) or ammunition while this order stands. All three "
        "tests of the law are met."
    ),
    Firearm.MAYBE_BARRED: N_(
        "Federal law may bar {restrained} from having firearms (guns) or ammunition while this order stands. It "
        "does if all three tests of the law are met. Not all of them are settled here, so treat it as barred until "
        "a lawyer has read the order."
    ),
    Firearm.NOT_BARRED: N_(
        "By what is written down here, this order alone does not bring the federal ban on firearms: one of its "
        "three tests is not met. State law, another order or a conviction may still forbid firearms."
    ),
    Firearm.HEARING_MET: N_(
        "First test, a hearing: met. {restrained} was told of the hearing and had a chance to take part."
    ),
    Firearm.HEARING_NOT_MET: N_(
        "First test, a hearing: not met. {restrained} had no hearing with notice and a chance to take part. A later "
        "hearing can change this."
    ),
    Firearm.HEARING_OPEN: N_(
        "First test, a hearing: not settled. Look on the order for a hearing of which {restrained} was told. The "
        "test: {test}"
    ),
    Firearm.HEARING_OPEN_EARLY_ORDER: N_(
        "First test, a hearing: not settled. An early order is most often made before {restrained} is heard, and "
        "then the test is not met. Look on the order for a hearing with both sides. The test: {test}"
    ),
    Firearm.RESTRAINT_MET: N_("Second test, what it forbids: met. The order forbids abuse, threats or stalking."),
    Firearm.RESTRAINT_OPEN: N_(
        "Second test, what it forbids: not settled. Look on the order for words against harassing, stalking or "
        "threatening. The test: {test}"
    ),
    Firearm.PARTNER_MET: N_(
        "Second test, whom it protects: met. The tie between the two ({relationship}) is one that the law names."
    ),
    Firearm.PARTNER_NOT_MET: N_(
        "Second test, whom it protects: not met. The tie between the two ({relationship}) is not one that the law "
        "names. {rule}"
    ),
    Firearm.PARTNER_OPEN: N_(
        "Second test, whom it protects: not settled. Write down what {restrained} is to {protected}. {rule}"
    ),
    Firearm.PARTNER_OPEN_CHILD: N_(
        "Second test, whom it protects: not settled. Children of the other person or of a partner count too. Look "
        "on the order for who is protected ({protected}). {rule}"
    ),
    Firearm.THREAT_FOUND: N_(
        "Third test, a threat or force: met. The court found {restrained} to be a credible threat to safety."
    ),
    Firearm.FORCE_FORBIDDEN: N_(
        "Third test, a threat or force: met. The order says in words that force against {protected} is forbidden."
    ),
    Firearm.THREAT_NOT_MET: N_(
        "Third test, a threat or force: not met. The order has no finding of a credible threat and no words that "
        "forbid force."
    ),
    Firearm.THREAT_OPEN: N_(
        "Third test, a threat or force: not settled. Look on the order for the words “credible threat” or “physical "
        "force”. The test: {test}"
    ),
    Firearm.PENALTY: N_("Breaking the federal firearm law can now bring up to {max_jail} in federal prison. {rule}"),
    Firearm.UPHELD: N_("The Supreme Court let this ban on firearms stand. {rule}"),
    Firearm.OFFICIAL_USE: N_("Police and soldiers on duty have a narrow exception for firearms. {rule}"),
    Firearm.OWN_TERM: N_("The order itself tells {restrained} to give up firearms, whatever federal law says."),
    Firearm.STATE_TAKES: N_(
        "The law of {place} has its own rule that takes firearms away with a civil order. The order or a lawyer can "
        "say if it fits here."
    ),
    Firearm.STATE_MAY_TAKE: N_(
        "By the law of {place} the judge may also order firearms to be given up. Read the order for it."
    ),
    Firearm.STATE_OPEN: N_("State law may forbid firearms too. A lawyer of the place can say."),
    Firearm.AFTER_CONVICTION: N_("A conviction can forbid firearms long after the order has ended. {rule}"),
}
