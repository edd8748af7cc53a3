"use strict";
/*
 * Names while somebody types: the ARIA combobox with a list. The header's box leads to the page of
 * what is chosen; a box with data-suggest="fill" takes its name.
 */
{
  const WAIT = 120;

  class Suggestions {
    constructor(input, number) {
      this.input = input;
      this.fills = input.dataset.suggest === "fill";
      this.active = -1;
      this.options = [];
      this.timer = 0;
      this.request = null;
      this.list = document.createElement("ul");
      this.list.id = `suggestions-${number}`;
      this.list.className = "suggestions";
      this.list.hidden = true;
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Names in the graph");
      this.said = document.createElement("span");
      this.said.className = "unseen";
      this.said.setAttribute("role", "status");
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-expanded", "false");
      input.setAttribute("aria-controls", this.list.id);
      const place = document.createElement("span");
      place.className = "suggesting";
      input.replaceWith(place);
      place.append(input, this.list, this.said);
      input.addEventListener("input", () => this.later());
      input.addEventListener("keydown", (event) => this.key(event));
      input.addEventListener("blur", () => this.close());
      // A press on the list must not take the focus from the box.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
    }

    later() {
      clearTimeout(this.timer);
      this.request?.abort();
      if (this.input.value.trim() === "") {
        this.close();
      } else {
        this.timer = setTimeout(() => this.ask(), WAIT);
      }
    }

    async ask() {
      const request = new AbortController();
      this.request = request;
      const parameters = new URLSearchParams({ q: this.input.value.trim() });
      for (const kind of (this.input.dataset.kinds ?? "").split(" ").filter(Boolean)) {
        parameters.append("kind", kind);
      }
      try {
        const response = await fetch(`/start/search.json?${parameters}`, { signal: request.signal });
        const answer = response.ok ? await response.json() : { hits: [], total: 0 };
        if (!request.signal.aborted && document.activeElement === this.input) {
          this.show(answer);
        }
      } catch (failure) {
        // Without the server the form says so when it is sent; typing goes on.
        if (failure.name !== "AbortError") {
          this.close();
        }
      }
    }

    show(answer) {
      this.active = -1;
      this.input.removeAttribute("aria-activedescendant");
      this.options = answer.hits.map((hit, number) => this.option(hit, number));
      this.list.replaceChildren(...this.options.map((option) => option.element));
      const open = this.options.length > 0;
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", String(open));
      const count = answer.total ?? answer.hits.length;
      this.said.textContent = open ? `${count} found, ${this.options.length} listed` : "Nothing found";
    }

    option(hit, number) {
      const element = document.createElement("li");
      element.id = `${this.list.id}-${number}`;
      element.setAttribute("role", "option");
      element.setAttribute("aria-selected", "false");
      const name = document.createElement("span");
      name.className = "name";
      name.textContent = hit.alias ? `${hit.label} (${hit.alias})` : hit.label;
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = hit.articles > 0 ? `${hit.kind}, ${hit.articles} ${hit.articles === 1 ? "article" : "articles"}` : hit.kind;
      element.append(name, " ", kind);
      const option = { element, hit };
      element.addEventListener("click", () => this.choose(option));
      return option;
    }

    key(event) {
      if (event.isComposing) {
        return;
      }
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (this.list.hidden) {
          this.later();
        } else {
          this.move(event.key === "ArrowDown" ? 1 : -1);
        }
      } else if (event.key === "Enter" && this.active >= 0) {
        event.preventDefault();
        this.choose(this.options[this.active]);
      } else if (event.key === "Enter" || event.key === "Tab") {
        this.close();
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      }
    }

    /** From the last to the box, from there to the first, and back. */
    move(step) {
      const places = this.options.length + 1;
      this.active = ((this.active + 1 + step + places) % places) - 1;
      this.options.forEach(({ element }, number) => {
        element.setAttribute("aria-selected", String(number === this.active));
      });
      if (this.active < 0) {
        this.input.removeAttribute("aria-activedescendant");
      } else {
        const { element } = this.options[this.active];
        this.input.setAttribute("aria-activedescendant", element.id);
        element.scrollIntoView({ block: "nearest" });
      }
    }

    choose({ hit }) {
      this.close();
      if (this.fills) {
        this.input.value = hit.label;
        this.input.focus();
      } else if (hit.href) {
        location.assign(hit.href);
      } else {
        this.input.form.requestSubmit();
      }
    }

    close() {
      clearTimeout(this.timer);
      this.request?.abort();
      this.active = -1;
      this.options = [];
      this.list.hidden = true;
      this.list.replaceChildren();
      this.said.textContent = "";
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  let number = 0;
  const suggestIn = (root) => {
    for (const input of root.querySelectorAll("#search, input[data-suggest]")) {
      if (!input.hasAttribute("aria-controls")) {
        new Suggestions(input, ++number);
      }
    }
  };
  suggestIn(document);
  document.addEventListener("chancery:shown", (event) => suggestIn(event.target));
}
