// Parses standard input with N3.js and writes what it read as N-Quads.
// node n3.js LIBRARY FORMAT
const [, , library, format] = process.argv;
const N3 = require(library);
const text = require('fs').readFileSync(0, 'utf8');
const quads = new N3.Parser({ format, blankNodePrefix: '_:' }).parse(text);
const writer = new N3.Writer({ format: 'application/n-quads' });
process.stdout.write(writer.quadsToString(quads));
