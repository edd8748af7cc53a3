"use strict";
/*
 * Asks in place: the answer replaces the one that is shown, and waiting for it can be ended. Without
 * this script the same form and links load pages.
 */
{
  const SLOW = 250;
  let waiting = null;

  const notice = (text, failed) => {
    const paragraph = document.createElement("p");
    paragraph.className = failed ? "notice failed" : "notice";
    paragraph.setAttribute("role", failed ? "alert" : "status");
    paragraph.textContent = text;
    return paragraph;
  };

  const button = (text, action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "plain";
    element.textContent = text;
    element.addEventListener("click", action);
    return element;
  };

  const say = (...content) => {
    const answer = document.getElementById("answer");
    answer.replaceChildren(...content);
    answer.removeAttribute("aria-busy");
  };

  const show = (page, address, remember) => {
    const fresh = page.getElementById("question");
    if (!fresh) {
      say(notice(page.querySelector("main p")?.textContent ?? page.body.textContent.trim(), true));
      return;
    }
    const shown = document.getElementById("question");
    shown.replaceWith(document.importNode(fresh, true));
    if (remember) {
      history.pushState(null, "", address);
    }
    document.getElementById("question").dispatchEvent(new Event("chancery:shown", { bubbles: true }));
    const problem = document.querySelector("[aria-invalid=true]");
    (problem ?? document.getElementById("answer")).focus({ preventScroll: !problem });
  };

  const ask = async (address, remember = true) => {
    waiting?.abort();
    const request = new AbortController();
    waiting = request;
    const begun = Date.now();
    const asking = setTimeout(() => {
      const text = notice("Asking…", false);
      const clock = document.createElement("span");
      clock.setAttribute("aria-hidden", "true");
      text.append(" ", clock);
      say(text, button("Cancel", () => request.abort()));
      document.getElementById("answer").setAttribute("aria-busy", "true");
      const ticking = setInterval(() => {
        if (clock.isConnected) {
          clock.textContent = `${Math.round((Date.now() - begun) / 1000)} s`;
        } else {
          clearInterval(ticking);
        }
      }, 1000);
    }, SLOW);
    try {
      const response = await fetch(address, { signal: request.signal, headers: { Accept: "text/html" } });
      const text = await response.text();
      const type = response.headers.get("Content-Type") ?? "";
      clearTimeout(asking);
      if (type.startsWith("text/html")) {
        show(new DOMParser().parseFromString(text, "text/html"), address, remember);
      } else {
        say(notice(text.trim(), true), button("Ask again", () => ask(address, remember)));
      }
    } catch (failure) {
      clearTimeout(asking);
      if (waiting !== request) {
        return;
      }
      if (failure.name === "AbortError") {
        say(notice("Cancelled. Narrow the question, or ask again.", false), button("Ask again", () => ask(address, remember)));
      } else {
        say(
          notice("The server does not answer. See whether chancery serve still runs where it was started.", true),
          button("Ask again", () => ask(address, remember)));
      }
    }
  };

  document.addEventListener("submit", (event) => {
    if (event.target.id === "ask") {
      event.preventDefault();
      ask(`${event.target.getAttribute("action")}?${new URLSearchParams(new FormData(event.target))}`);
    }
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-ask]");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      ask(link.getAttribute("href"));
    }
  });
  addEventListener("popstate", () => {
    // Not for a mere change of the fragment, such as by the link to the content.
    if (document.getElementById("question")) {
      ask(location.pathname + location.search, false);
    }
  });
}
