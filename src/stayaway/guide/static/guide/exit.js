/* Leaving at once: a click on a link of class `exit`, or Shift three times within five seconds of each other.
   The page is blanked before anything is sent; the visit is wiped by a beacon; the page leaves no entry to go back to.
   Without scripts the same link leads through the address that wipes the visit. */
(function () {
  "use strict";
  var PRESSES = 3;
  var WINDOW = 5000;
  var link = document.querySelector("a.exit[data-to]");
  if (!link) { return; }
  var status = document.getElementById("exit-status");
  var pressed = 0;
  var timer = null;
  var alone = false;
  var leaving = false;

  function leave() {
    if (leaving) { return; }
    leaving = true;
    document.documentElement.classList.add("left");
    document.title = "";
    if (document.body) { document.body.textContent = ""; }
    try { window.sessionStorage.clear(); } catch (error) { /* nothing was kept */ }
    var sent = false;
    try { sent = navigator.sendBeacon && navigator.sendBeacon(link.getAttribute("href")); } catch (error) { sent = false; }
    window.location.replace(sent ? link.getAttribute("data-to") : link.href);
  }

  function say(text) { if (status) { status.textContent = text; } }

  function forget(quietly) {
    pressed = 0;
    if (timer) { window.clearTimeout(timer); timer = null; }
    if (!quietly) { say(status.getAttribute("data-over")); }
  }

  document.addEventListener("click", function (event) {
    var target = event.target.closest ? event.target.closest("a.exit") : null;
    if (target) { event.preventDefault(); leave(); }
  });

  // Shift held down for a capital letter is no press: it counts when it goes up with no other key in between.
  document.addEventListener("keydown", function (event) { alone = event.key === "Shift" && !event.repeat; });
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) { return; }
    alone = false;
    pressed += 1;
    if (timer) { window.clearTimeout(timer); }
    if (pressed >= PRESSES) { leave(); return; }
    say(status.getAttribute(pressed === 1 ? "data-two-more" : "data-one-more"));
    timer = window.setTimeout(function () { forget(false); }, WINDOW);
  });

  // A page that the browser kept and brings back is asked for again, so that nothing old is shown.
  window.addEventListener("pageshow", function (event) { if (event.persisted) { window.location.reload(); } });
}());
