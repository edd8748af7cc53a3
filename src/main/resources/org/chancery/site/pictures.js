"use strict";
// What the network, the timeline and the map have in common. Text from the graph goes into the
// page as text alone.
const Pictures = (() => {
  const SHAPES = {
    official: d3.symbolCircle,
    country: d3.symbolSquare,
    organization: d3.symbolDiamond,
    meeting: d3.symbolTriangle,
    agreement: d3.symbolStar,
    city: d3.symbolCircle,
    place: d3.symbolCross,
  };
  const STEP = 60;
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  function shape(kind, radius) {
    return d3.symbol(SHAPES[kind] || d3.symbolCircle, Math.PI * radius * radius)();
  }

  /** An address of ours or none: nothing from the graph becomes a link to a script. */
  function page(thing) {
    return thing.href.startsWith("/id/") ? thing.href : "";
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function link(href, text, className) {
    const made = element("a", text, className);
    made.setAttribute("href", href);
    return made;
  }

  /** The thing's name, linked to its page if it has one. */
  function linked(thing) {
    return page(thing) ? link(page(thing), thing.name) : element("span", thing.name);
  }

  function status(name) {
    return element("span", name, "status " + name);
  }

  /** This view with something else in its centre. */
  function about(thing, path) {
    const parameters = new URLSearchParams(location.search);
    parameters.set("about", decodeURIComponent(thing.href.slice("/id/".length)));
    return (path || location.pathname) + "?" + parameters;
  }

  function say(text) {
    document.getElementById("drawing-state").textContent = text;
  }

  async function load() {
    for (;;) {
      let answer;
      try {
        answer = await fetch(location.pathname + ".json" + location.search);
      } catch (gone) {
        say("The server does not answer. Start it again, then reload this page. The table below holds what was there before.");
        return null;
      }
      if (answer.status === 202) {
        say("The picture is being drawn.");
        await new Promise((ready) => setTimeout(ready, 2000));
      } else if (!answer.ok) {
        say("The picture could not be drawn: the server answered " + answer.status + ". Reload this page in a while; the table below holds the same.");
        return null;
      } else {
        say("");
        // Before anything is drawn: what is hidden has no width to measure.
        document.getElementById("picture").hidden = false;
        return answer.json();
      }
    }
  }

  function legend() {
    d3.selectAll("#legend svg").each(function () {
      const svg = d3.select(this);
      const kind = this.dataset.kind;
      if (svg.classed("line")) {
        svg.attr("viewBox", "0 0 36 18").append("line").attr("x1", 1).attr("x2", 35).attr("y1", 9).attr("y2", 9)
          .attr("class", "status-" + this.dataset.status);
      } else if (svg.classed("bar")) {
        svg.attr("viewBox", "0 0 36 18").append("rect").attr("x", 1).attr("y", 5).attr("width", 34).attr("height", 8).attr("rx", 3);
      } else {
        svg.attr("viewBox", "-10 -9 20 18").append("path").attr("d", shape(kind, 6.5));
      }
    });
  }

  function names(things) {
    const list = document.getElementById("names");
    for (const thing of things) {
      const option = document.createElement("option");
      option.value = thing.name;
      list.append(option);
    }
  }

  /**
   * Zoom and keys. redraw gets the transform; extent is [least, most] magnification; home gives
   * the transform to begin with, all the one that shows all if that is another; sideways views do not move up and down.
   */
  function stage({ redraw, extent, home, all, sideways }) {
    const svg = d3.select("#drawing");
    const node = svg.node();
    let waiting = false;
    const zoom = d3.zoom().scaleExtent(extent)
      .filter((event) => {
        if (event.type === "wheel") return event.ctrlKey || node.matches(":focus-within");
        if (event.type.startsWith("touch")) return event.touches.length > 1;
        return !event.ctrlKey && !event.button && !event.target.closest(".draggable");
      })
      .on("zoom", (event) => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          redraw(d3.zoomTransform(node));
        });
      });
    svg.call(zoom).on("dblclick.zoom", null);
    svg.on("mousedown.focus", () => node.focus({ preventScroll: true }));
    const moved = () => (still.matches ? svg : svg.transition().duration(200));
    const fit = () => moved().call(zoom.transform, (all || home)());
    const larger = (by) => moved().call(zoom.scaleBy, by);
    const pan = (x, y) => moved().call(zoom.translateBy, x / d3.zoomTransform(node).k, sideways ? 0 : y / d3.zoomTransform(node).k);
    document.getElementById("zoom-in").addEventListener("click", () => larger(1.5));
    document.getElementById("zoom-out").addEventListener("click", () => larger(1 / 1.5));
    document.getElementById("zoom-fit").addEventListener("click", fit);
    svg.on("keydown.stage", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = {
        "+": () => larger(1.5),
        "=": () => larger(1.5),
        "-": () => larger(1 / 1.5),
        "0": fit,
        ...(event.target === node && {
          ArrowLeft: () => pan(STEP, 0),
          ArrowRight: () => pan(-STEP, 0),
          ...(!sideways && { ArrowUp: () => pan(0, STEP), ArrowDown: () => pan(0, -STEP) }),
        }),
      }[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    });
    svg.call(zoom.transform, home());
    redraw(d3.zoomTransform(node));
    let width = node.clientWidth;
    addEventListener("resize", () => {
      if (node.clientWidth !== width) {
        width = node.clientWidth;
        svg.call(zoom.transform, home());
        redraw(d3.zoomTransform(node));
      }
    });
    return {
      /** Moves the view so that a point of the screen lies within it. */
      reveal(x, y) {
        const margin = 40;
        const right = node.clientWidth - margin;
        const bottom = node.clientHeight - margin;
        const over = (at, least, most) => (at < least ? least - at : at > most ? most - at : 0);
        const dx = over(x, margin, right);
        const dy = sideways ? 0 : over(y, margin, bottom);
        if (dx || dy) pan(dx, dy);
      },
    };
  }

  /**
   * One stop for Tab, arrows from thing to thing: to the nearest in that direction. at gives a
   * thing's place on the screen.
   */
  function rove(selection, at, onEnter) {
    const things = selection.nodes();
    things.forEach((thing, i) => thing.setAttribute("tabindex", i === 0 ? "0" : "-1"));
    selection
      .on("focus.rove", function () {
        things.forEach((thing) => thing.setAttribute("tabindex", thing === this ? "0" : "-1"));
      })
      .on("keydown.rove", function (event, datum) {
        if (event.key === "Enter") {
          event.preventDefault();
          onEnter(datum, this);
          return;
        }
        if (event.key === "Escape") {
          document.getElementById("drawing").focus();
          return;
        }
        const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] || [0, 0];
        if (!dx && !dy) return;
        event.preventDefault();
        const [x, y] = at(datum);
        let best = null;
        let least = Infinity;
        selection.each(function (other) {
          if (other === datum) return;
          const [ox, oy] = at(other);
          const ahead = (ox - x) * dx + (oy - y) * dy;
          const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
          const far = ahead + 2 * aside;
          if (ahead > 0.5 && far < least) {
            least = far;
            best = this;
          }
        });
        if (best) best.focus({ preventScroll: true });
      });
  }

  /**
   * Puts each name where it lies on no other name and on nothing drawn: below its thing, else
   * above, right or left; where none is free it gives way until the view is larger. The selection
   * comes in order of importance, and the first few have their names whatever lies below; a datum
   * has its radius r and the width of its name.
   */
  function nameAround(selection, at, bodies, sure) {
    const names = [];
    const all = [...bodies];
    const high = 15;
    const right = document.getElementById("drawing").clientWidth - 2;
    selection.each(function (datum, rank) {
      const taken = rank < sure ? names : all;
      const [x, y] = at(datum);
      const half = datum.width / 2 + 2;
      const out = datum.r + 4;
      const ways = [
        [0, datum.r + 14, "middle", x - half, y + datum.r + 2],
        [0, -datum.r - 6, "middle", x - half, y - datum.r - 3 - high],
        [out, 4, "start", x + out - 2, y - high / 2],
        [-out, 4, "end", x - out - 2 * half + 2, y - high / 2],
      ];
      const free = ways.find(([, , , x0, y0]) =>
        ((x0 > 2 && x0 + 2 * half < right) || x < 0 || x > right) && !taken.some((other) => other.owner !== datum && x0 < other.x1 && x0 + 2 * half > other.x0 && y0 < other.y1 && y0 + high > other.y0));
      const [dx, dy, anchor, x0, y0] = free || ways[0];
      this.setAttribute("x", x + dx);
      this.setAttribute("y", y + dy);
      this.setAttribute("text-anchor", anchor);
      this.classList.toggle("given-way", !free);
      if (free) {
        const box = { x0, y0, x1: x0 + 2 * half, y1: y0 + high };
        names.push(box);
        all.push(box);
      }
    });
  }

  function bodies(data, at) {
    return data.map((datum) => {
      const [x, y] = at(datum);
      return { owner: datum, x0: x - datum.r, x1: x + datum.r, y0: y - datum.r, y1: y + datum.r };
    });
  }

  /** Names lie above everything drawn, and do not stand in the way of the pointer. */
  function nameLayer(svg, data, text) {
    const labels = svg.append("g").attr("class", "names").attr("aria-hidden", "true")
      .selectAll("text").data(data).join("text").text(text);
    labels.each(function (datum) {
      datum.width = this.getComputedTextLength() || 6.5 * this.textContent.length;
    });
    return labels;
  }

  function short(name, most) {
    return [...name].length <= most ? name : [...name].slice(0, most - 1).join("").trimEnd() + "…";
  }

  function details(...parts) {
    const panel = document.getElementById("details");
    panel.replaceChildren(...parts);
    panel.scrollTop = 0;
  }

  function actions(...links) {
    const row = element("p", undefined, "actions");
    row.append(...links);
    return row;
  }

  function times(count, one, many) {
    return count === 1 ? "1 " + one : count.toLocaleString("en") + " " + many;
  }

  return { shape, page, element, link, linked, status, about, load, legend, names, stage, rove, nameAround, bodies, nameLayer, short, details, actions, times };
})();
