// What keeps people from reading or using a page: fields without a label, references that lead nowhere, headings out
// of order, controls without a name, text too faint for its ground (WCAG 1.4.3). Returns sentences, none where all is well.
() => {
  const found = [];
  const all = (which) => [...document.querySelectorAll(which)];
  const ids = all("[id]").map((one) => one.id);
  for (const id of new Set(ids.filter((id, place) => ids.indexOf(id) !== place))) found.push(`two of #${id}`);
  for (const field of all("input:not([type=hidden]), select, textarea")) {
    if (!field.hidden && !field.labels?.length && !field.getAttribute("aria-label")) found.push(`no label: ${field.name}`);
  }
  for (const name of ["aria-describedby", "aria-labelledby"]) {
    for (const one of all(`[${name}]`)) {
      for (const id of one.getAttribute(name).split(" ")) if (!ids.includes(id)) found.push(`${name} leads nowhere: ${id}`);
    }
  }
  for (const link of all('a[href^="#"]')) {
    if (link.hash.length > 1 && !ids.includes(link.hash.slice(1))) found.push(`link leads nowhere: ${link.hash}`);
  }
  for (const one of all("a, button")) {
    if (!one.textContent.trim() && !one.getAttribute("aria-label")) found.push(`no name: ${one.outerHTML.slice(0, 80)}`);
  }
  for (const landmark of ["main", "h1", "body > header", "body > footer", "html[lang]"]) {
    if (all(landmark).length !== 1) found.push(`${all(landmark).length} of ${landmark}`);
  }
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) found.push(`h${level}, then h${next}: ${heading.textContent.trim().slice(0, 40)}`);
    level = next;
  }
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  for (const one of all("body *:not(svg, svg *)")) {
    const box = one.getBoundingClientRect();
    const spoken = [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim());
    if (!spoken || !box.width || !box.height) continue;
    const [bright, dark] = [light(numbers(getComputedStyle(one).color)), light(ground(one))].sort((a, b) => b - a);
    const contrast = (bright + 0.05) / (dark + 0.05);
    if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: ${one.textContent.trim().slice(0, 40)}`);
  }
  return found;
}
