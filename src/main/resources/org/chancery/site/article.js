"use strict";

// Shows which words a fact rests on, and which facts rest on some words, before anybody clicks.
(() => {
  const facts = [...document.querySelectorAll(".fact[data-fact]")];
  const words = [...document.querySelectorAll("[data-facts]")];
  if (!facts.length || !words.length) {
    return;
  }
  const numbersOf = (element) => element.dataset.facts.split(" ");
  const marksOf = (element) => (element.matches("mark") ? [element] : [...element.querySelectorAll("mark")]);
  const factsByNumber = new Map(facts.map((fact) => [fact.dataset.fact, fact]));
  const marksByNumber = new Map();
  for (const element of words) {
    for (const number of numbersOf(element)) {
      marksByNumber.set(number, (marksByNumber.get(number) ?? []).concat(marksOf(element)));
    }
  }

  let pinned = [];
  const show = (numbers) => {
    document.querySelectorAll(".lit").forEach((element) => element.classList.remove("lit"));
    for (const number of numbers) {
      factsByNumber.get(number)?.classList.add("lit");
      marksByNumber.get(number)?.forEach((mark) => mark.classList.add("lit"));
    }
  };
  const over = (numbers) => () => show(numbers);
  const away = () => show(pinned);

  for (const fact of facts) {
    const numbers = [fact.dataset.fact];
    fact.addEventListener("mouseenter", over(numbers));
    fact.addEventListener("mouseleave", away);
    fact.addEventListener("focusin", over(numbers));
    fact.addEventListener("focusout", away);
  }
  for (const element of words) {
    element.addEventListener("mouseenter", over(numbersOf(element)));
    element.addEventListener("mouseleave", away);
  }

  // The address says which fact or which words were last gone to.
  const follow = () => {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const fact = target?.closest(".fact[data-fact]");
    const mark = target?.closest("[data-facts]");
    pinned = fact ? [fact.dataset.fact] : mark ? numbersOf(mark) : [];
    show(pinned);
    if (target && (fact || mark)) {
      target.focus({ preventScroll: true });
    }
    if (mark) {
      factsByNumber.get(pinned[0])?.scrollIntoView({ block: "nearest" });
      target.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", follow);
  follow();
})();
