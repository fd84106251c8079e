"""The texts of the public website: home, safety, leaving, and the journeys that need no papers."""

from ..guide import GuideCode as Code
from ..language import N_

SENTENCES = {
    # On every page.
    Code.TITLE: N_("Guide"),
    Code.HOME: N_("Home"),
    Code.QUESTIONS: N_("The six questions"),
    Code.SAFETY: N_("Your safety on this site"),
    Code.DANGER: N_("In danger now? Call 911."),
    # Leaving.
    Code.EXIT: N_("Leave this site"),
    Code.EXIT_HIDDEN: N_("Leave this site now"),
    Code.EXIT_TWO_MORE: N_("Shift pressed. Press it 2 more times to leave."),
    Code.EXIT_ONE_MORE: N_("Shift pressed. Press it once more to leave."),
    Code.EXIT_OVER: N_("Too slow. To leave, press Shift 3 times again."),
    Code.BEFORE_TITLE: N_("You can leave this site fast"),
    Code.BEFORE_DOES: N_("What “Leave this site” does"),
    Code.BEFORE_DOES_1: N_("It is a button at the top of every page. Pressing the Shift key 3 times does the same."),
    Code.BEFORE_DOES_2: N_("It clears the screen at once and opens a harmless page, such as the weather."),
    Code.BEFORE_DOES_3: N_("It deletes all that you wrote here. You cannot get it back."),
    Code.BEFORE_CANNOT: N_("What it cannot do"),
    Code.BEFORE_CANNOT_1: N_("It cannot clear your browser’s history. The history may still list this site."),
    Code.BEFORE_CANNOT_2: N_(
        "It cannot stop spyware. If somebody has put a spy app on your phone, they may see all that you do."
    ),
    Code.BEFORE_CANNOT_3: N_(
        "It cannot hide this site from whoever runs the network, such as the Wi-Fi at home or at work."
    ),
    Code.BEFORE_SAFER: N_(
        "If somebody may check your phone or computer, use one that they cannot get to. A library, a friend or a "
        "help line may have one."
    ),
    Code.BEFORE_LOST: N_("What you write is also deleted after 20 minutes in which you do nothing here."),
    Code.GO_ON: N_("Go on"),
    Code.MORE_SAFETY: N_("More about your safety on this site"),
    # Home.
    Code.HOME_TITLE: N_("Restraining orders and no-contact orders: what they mean for you"),
    Code.HOME_LEAD: N_(
        "Two courts can make two orders about the same two people. This guide tells you which order is which, what "
        "holds now, and who can change it."
    ),
    Code.HOME_KEEPS: N_("You do not sign up. What you write is kept only while you are here."),
    Code.WHICH_TITLE: N_("Which order is this?"),
    Code.WHICH_ABOUT: N_("Tell what the paper says. See if a civil or a criminal court made it."),
    Code.NOW_TITLE: N_("What holds for me now?"),
    Code.NOW_ABOUT: N_("Put in one order or more. See which are in force and all the rules together."),
    Code.CONTACT_TITLE: N_("May this contact happen?"),
    Code.CONTACT_ABOUT: N_("A call, a text, a visit, a school event: is it allowed, and why?"),
    Code.CHANGE_TITLE: N_("Who can change or end it?"),
    Code.CHANGE_ABOUT: N_("Which court, who may ask, and how. The other person cannot allow it."),
    Code.NEXT_TITLE: N_("What should I do next?"),
    Code.NEXT_ABOUT: N_("Steps with dates and phone numbers, with your papers or without."),
    Code.LAW_TITLE: N_("The law where you are"),
    Code.LAW_ABOUT: N_("Each state and Washington, D.C.: orders, rules, sources, and what is not known."),
    # Which order is this?
    Code.WHICH_LEAD: N_(
        "Take the paper in your hand. Write down what it shows, in its own words. You can leave out what it does not "
        "show, and all names."
    ),
    Code.WHICH_LOOK: N_("What to look for on the paper"),
    Code.WHICH_ASK: N_("Tell me which order this is"),
    Code.WHICH_AGAIN: N_("Change what you wrote"),
    Code.PAPER_JURISDICTION: N_("State that made the paper"),
    Code.PAPER_TITLE: N_("Title at the top"),
    Code.PAPER_TITLE_HINT: N_("For instance: No-Contact Order, Order for Protection"),
    Code.PAPER_COURT: N_("Court"),
    Code.PAPER_COURT_HINT: N_("For instance: Family Court, Criminal Division"),
    Code.PAPER_CAPTION: N_("Who is named against whom"),
    Code.PAPER_CAPTION_HINT: N_("For instance: State v. Defendant, or Petitioner and Respondent"),
    Code.PAPER_NUMBER: N_("Letters in the case number"),
    Code.PAPER_NUMBER_HINT: N_("For instance: CR, CV, PO. You do not need the rest of the number."),
    Code.PAPER_WHO_ASKED: N_("Who asked for it"),
    Code.PAPER_WHO_ASKED_HINT: N_("For instance: I did, the prosecutor, nobody"),
    Code.PAPER_SIGNED_BY: N_("Who signed it"),
    Code.PAPER_SIGNED_BY_HINT: N_("For instance: family court judge, magistrate"),
    Code.PAPER_CONDITIONS: N_("What it is tied to"),
    Code.PAPER_CONDITIONS_HINT: N_("For instance: bail, probation, a sentence. One on each line."),
    Code.WHAT_NOW: N_("What to do now"),
    # What should I do next?
    Code.NEXT_LEAD: N_("Say who you are and where. You will get steps, the most urgent first, and numbers to call."),
    Code.NEXT_WHO: N_("Which of these are you?"),
    Code.NEXT_SEEKING_PROTECTION: N_("I need protection and have no order yet"),
    Code.NEXT_RESTRAINED: N_("An order or a case is against me"),
    Code.NEXT_PROTECTED: N_("An order protects me"),
    Code.NEXT_FAMILY: N_("I am family or a friend"),
    Code.NEXT_ADVOCATE: N_("I am an advocate"),
    Code.NEXT_PROFESSIONAL: N_("I work with orders: court, law, police"),
    Code.NEXT_PLACE: N_("Where is it about?"),
    Code.NEXT_ASK: N_("Show my next steps"),
    Code.NEXT_AGAIN: N_("Choose again"),
    Code.NEXT_WITH_PAPERS: N_("Do you have the orders at hand? Then get the steps and dates for your own orders."),
    Code.CHOOSE_ONE: N_("Choose one of these."),
    # The law where you are.
    Code.LAW_LEAD: N_("What the law says about both kinds of orders, with the source and date of each statement."),
    Code.LAW_PLACES: N_("Choose a state"),
    Code.LAW_GENERAL: N_("For the whole country"),
    Code.LAW_COMPARE: N_("The two kinds of order, side by side"),
    Code.LAW_QUESTION: N_("Question"),
    Code.LAW_FAQ: N_("Four questions people ask"),
    Code.LAW_BESIDE: N_("Two states side by side"),
    Code.LAW_BESIDE_FIRST: N_("First state"),
    Code.LAW_BESIDE_SECOND: N_("Second state"),
    Code.LAW_BESIDE_ASK: N_("Show both"),
    Code.LAW_BESIDE_TWO: N_("Choose two different states."),
    Code.LAW_COVERAGE: N_("What is known, and what is missing"),
    Code.LAW_COMPARE_HERE: N_("The two kinds of order in {place}"),
    Code.LAW_FAQ_HERE: N_("Four questions people ask in {place}"),
    Code.LAW_STEPS_HERE: N_("What should I do next?"),
    Code.LAW_FULL: N_("Show all notes and sources"),
    Code.LAW_SHORT: N_("Show less"),
    Code.LAW_OF_PLACE: N_("The law of {place}"),
    Code.LAW_ALL: N_("All states"),
    Code.LAW_MORE: N_("More about {place}"),
    # Safety.
    Code.SAFETY_TITLE: N_("Your safety on this site"),
    Code.SAFETY_KEEPS: N_("What this site does"),
    Code.SAFETY_KEEPS_1: N_("It has no list of its readers. You never give it your name to sign in."),
    Code.SAFETY_KEEPS_2: N_(
        "It keeps what you write in memory while you are here. It is gone when you leave by the button, or after 20 "
        "minutes in which you do nothing."
    ),
    Code.SAFETY_KEEPS_3: N_("It writes none of it to a disk or a log. It loads nothing from other sites."),
    Code.SAFETY_KEEPS_4: N_("No page’s name or address says what you asked. Each page is called “Guide”."),
    Code.SAFETY_YOURS: N_("What you can do"),
    Code.SAFETY_YOURS_1: N_(
        "Use a phone or computer that the other person has never had. Many know their partner’s passwords."
    ),
    Code.SAFETY_YOURS_2: N_(
        "A private window keeps no history once you close it. It does not hide you from spyware or the network."
    ),
    Code.SAFETY_YOURS_3: N_(
        "Take care with clearing all of your history. Somebody who checks it may ask why it is empty."
    ),
    Code.SAFETY_YOURS_4: N_("A file that you save from here stays on that device. Save it where it is safe."),
    Code.SAFETY_HELP: N_("Who can help"),
    # What went wrong.
    Code.NOT_FOUND: N_("There is no page here"),
    Code.NOT_FOUND_TRY: N_("Start again from the first page."),
    Code.FAILED: N_("Something broke on our side"),
    Code.FAILED_TRY: N_("This is our fault, not yours. Try again, or start again from the first page."),
    Code.FORM_TOO_OLD: N_("The form was open too long"),
    Code.FORM_TOO_OLD_TRY: N_("To keep you safe, what you wrote was deleted. Please start again."),
}
