"""How it is said which kind of order a paper is."""

from stayaway.reasoning.codes.identification import IdentificationCode as Code

from ..language import N_

SENTENCES = {
    Code.TITLE_CIVIL: N_("The title says “{found}”. Papers of civil cases use such words."),
    Code.TITLE_CRIMINAL: N_("The title says “{found}”. Papers of criminal cases use such words."),
    Code.TITLE_BOTH: N_("The title says “{found}”. Civil and criminal courts both use such words."),
    Code.NAME_CIVIL: N_("In {place} an order with this title (“{found}”) comes from a civil case."),
    Code.NAME_CRIMINAL: N_("In {place} an order with this title (“{found}”) comes from a criminal case."),
    Code.NAME_BOTH: N_("In {place} civil and criminal orders both can have this title (“{found}”)."),
    Code.COURT_CIVIL: N_("The court is named “{found}”. Such courts hear civil cases."),
    Code.COURT_CRIMINAL: N_("The court is named “{found}”. Such courts hear mostly criminal cases."),
    Code.COURT_BOTH: N_("The court is named “{found}”. Such courts hear both civil and criminal cases."),
    Code.CAPTION_CIVIL: N_("The names at the top have “{found}” with them. That is how civil cases are named."),
    Code.CAPTION_CRIMINAL: N_(
        "The names at the top start with the government (“{found}”). That is how criminal cases are named."
    ),
    Code.CAPTION_BOTH: N_(
        "The names at the top have the government (“{found}”) act for someone else. Civil cases can be named so too."
    ),
    Code.CAPTION_TWO_PEOPLE: N_(
        "The names at the top are of two private sides (“{found}”). The government is not one of them. That is how "
        "civil cases are named."
    ),
    Code.NUMBER_CIVIL: N_("The case number has “{found}” in it. Many courts mark civil cases like that."),
    Code.NUMBER_CRIMINAL: N_("The case number has “{found}” in it. Many courts mark criminal cases like that."),
    Code.NUMBER_BOTH: N_("The case number has “{found}” in it. Civil and criminal cases are both marked like that."),
    Code.WHO_ASKED_CIVIL: N_(
        "The one who asked for it was a private person (“{found}”). People ask civil courts for such orders."
    ),
    Code.WHO_ASKED_CRIMINAL: N_(
        "The one who asked for it was “{found}”. Prosecutors ask criminal courts for such orders, and judges there "
        "can make them on their own."
    ),
    Code.WHO_ASKED_BOTH: N_(
        "The one who asked for it was “{found}”. In some places they ask civil courts too, so this does not tell."
    ),
    Code.CONDITIONS_CIVIL: N_("The paper says “{found}”. Papers of civil cases use such words."),
    Code.CONDITIONS_CRIMINAL: N_("The paper says “{found}”. That belongs to a criminal case."),
    Code.CONDITIONS_BOTH: N_("The paper says “{found}”. Civil and criminal papers both use such words."),
    Code.SIGNED_BY_CIVIL: N_("It was signed by or for “{found}”, which hears civil cases."),
    Code.SIGNED_BY_CRIMINAL: N_("It was signed by or for “{found}”, which hears criminal cases."),
    Code.SIGNED_BY_BOTH: N_("It was signed by “{found}”, who may sign both civil and criminal orders."),
    Code.SETTLE_NOTHING_FOUND: N_(
        "Nothing here tells which kind it is. The clerk of the court on the paper can say if the case is civil or "
        "criminal. A lawyer licensed in the state can read the order and say what it requires. Till then, obey it "
        "as it stands."
    ),
    Code.SETTLE_CONFLICT: N_(
        "The signs point both ways. The clerk of the court on the paper can say if the case is civil or criminal. A "
        "lawyer licensed in the state can read the order and say what it requires. Till then, obey it as it "
        "stands."
    ),
    Code.SETTLE_TOO_WEAK: N_(
        "The signs here are too weak to tell. The clerk of the court on the paper can say if the case is civil or "
        "criminal. A lawyer licensed in the state can read the order and say what it requires. Till then, obey it "
        "as it stands."
    ),
    Code.LOOK_AT_COURT: N_(
        "Look at the name of the court. A family, probate or civil court hears civil cases. A criminal court or "
        "division hears criminal cases. Many courts hear both."
    ),
    Code.LOOK_AT_CAPTION: N_(
        "Look at the names at the top. A state, the people or a city against a person is a criminal case. Two "
        "private names are a civil case."
    ),
    Code.LOOK_AT_NUMBER: N_(
        "Look at the case number. Letters such as CR or CF mark criminal cases. Letters such as CV or DR mark civil "
        "cases."
    ),
    Code.LOOK_AT_WHO_ASKED: N_(
        "Find out who asked for the order. A private person who files a petition starts a civil case. A prosecutor, "
        "or a judge in a criminal case, brings about the other kind."
    ),
    Code.LOOK_AT_TITLE: N_(
        "Look at the title. Words such as bail, release or sentence belong to criminal cases. Words such as "
        "petition or injunction belong to civil cases. A title like “protective order” can be either."
    ),
    Code.LOOK_AT_CONDITIONS: N_(
        "Look for words on bail, bond, release, a charge, a sentence or probation. They belong to a criminal case."
    ),
    Code.LOOK_AT_SIGNATURE: N_("Look at who signed it. The name of a division (family, civil, criminal) can tell."),
    Code.LOOK_FOR_HELP: N_(
        "If this does not tell, ask the clerk of the court on the paper. A lawyer licensed in the state can read "
        "the order and say what it requires."
    ),
}
