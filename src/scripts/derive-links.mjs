// Derives ontology/reference/country-links.tsv and capital-links.tsv from
// - data/country-codes.csv of https://github.com/datasets/country-codes at caa72d1e0e5af8876c170bb36a9e4d64a01bba88
//   (ODC-PDDL 1.0; its Wikidata ids come from Wikidata, CC0, its GeoNames ids from GeoNames, CC BY 4.0),
// - 50m/cultural/ne_50m_populated_places.json of https://github.com/martynafford/natural-earth-geojson at
//   0b9a6ceb0a7032713abd9460ac1e995a9c60cd1e (Natural Earth 4, public domain),
// - our own countries.tsv and cities.tsv.
//
//   node src/scripts/derive-links.mjs country-codes.csv ne_50m_populated_places.json
//
// The same files give the same bytes.

import { readFileSync, writeFileSync } from 'node:fs'

const [codesFile, placesFile] = process.argv.slice(2)
if (placesFile === undefined) {
  console.error('usage: node src/scripts/derive-links.mjs country-codes.csv ne_50m_populated_places.json')
  process.exit(64)
}
const REFERENCE = new URL('../../ontology/reference/', import.meta.url)

// Where country-codes has nothing or something else than the country: its build takes Namibia's NA for "not a number",
// Q29999 is the Kingdom of the Netherlands, and Kosovo has no ISO code.
const WIKIDATA = new Map([['NA', 'Q1030'], ['NL', 'Q55'], ['XK', 'Q1246']])
const GEONAMES = new Map([['NA', '3355338'], ['XK', '831053']])

// DBpedia names things as the English Wikipedia does: the common name, but for these. Nothing: Wikipedia has several
// pages where the table has one line, or Wikidata's item is another one's.
const DBPEDIA = new Map([
  ['AX', 'Åland'],
  ['BS', 'The_Bahamas'],
  ['CI', 'Ivory_Coast'],
  ['CZ', 'Czech_Republic'],
  ['EH', ''],
  ['FM', 'Federated_States_of_Micronesia'],
  ['GE', 'Georgia_(country)'],
  ['GM', 'The_Gambia'],
  ['IE', 'Republic_of_Ireland'],
  ['MF', 'Collectivity_of_Saint_Martin'],
  ['MO', 'Macau'],
  ['PS', 'State_of_Palestine'],
  ['SH', 'Saint_Helena,_Ascension_and_Tristan_da_Cunha'],
  ['TF', 'French_Southern_and_Antarctic_Lands'],
  ['TL', 'East_Timor'],
  ['UM', 'United_States_Minor_Outlying_Islands'],
  ['VI', 'United_States_Virgin_Islands']
])

function csv(text) {
  const rows = []
  let row = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (quoted) {
      if (c !== '"') cell += c
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (c === '"') quoted = true
    else if (c === ',' || c === '\n') {
      row.push(cell)
      cell = ''
      if (c === '\n') {
        rows.push(row)
        row = []
      }
    } else if (c !== '\r') cell += c
  }
  const [head, ...body] = rows
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])))
}

function tsv(name) {
  const lines = readFileSync(new URL(name, REFERENCE), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [head, ...body] = lines.map((line) => line.split('\t'))
  return body.map((cells) => Object.fromEntries(head.map((column, i) => [column, cells[i]])))
}

const kilometres = (a, b) => {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b[0] - a[0]) * rad) / 2) ** 2 +
    Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2
  return 12742 * Math.asin(Math.sqrt(h))
}

const folded = (name) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\bst\.? /g, 'saint ')
    .replace(/[^a-z]/g, '')

const codes = new Map(csv(readFileSync(codesFile, 'utf8')).map((row) => [row['ISO3166-1-Alpha-2'], row]))
const countries = tsv('countries.tsv')
const countryRows = countries.map(({ iso2, name }) => {
  const row = codes.get(iso2) ?? {}
  const wikidata = WIKIDATA.get(iso2) ?? (row.wikidata_id ?? '').replace(/^.*\//, '')
  const geonames = GEONAMES.get(iso2) ?? (row['Geoname ID'] ?? '').trim()
  const dbpedia = DBPEDIA.get(iso2) ?? name.replaceAll(' ', '_')
  return [iso2, wikidata, geonames, dbpedia].join('\t')
})
writeFileSync(
  new URL('country-links.tsv', REFERENCE),
  `# What others call the countries of countries.tsv. Derived by src/scripts/derive-links.mjs, which names its sources and
# their licences (ODC-PDDL 1.0, CC0; GeoNames ids: https://www.geonames.org/, CC BY 4.0). Do not edit.
#   wikidata  item, for http://www.wikidata.org/entity/
#   geonames  id, for https://sws.geonames.org/
#   dbpedia   name, for http://dbpedia.org/resource/; empty where no one page is about just this
iso2\twikidata\tgeonames\tdbpedia
${countryRows.join('\n')}
`
)

// Natural Earth's GeoNames ids are noisy, so capitals are found by country, name and place.
const FARTHEST = 25
const otherNames = new Map(tsv('city-names.tsv').map((row) => [row.geonames, row.english + '|' + row.aliases]))
const places = JSON.parse(readFileSync(placesFile, 'utf8')).features.map((feature) => feature.properties)
const capitalRows = []
for (const city of tsv('cities.tsv').filter((row) => row.feature === 'PPLC')) {
  const names = new Set([city.name, ...(otherNames.get(city.geonames) ?? '').split('|')].map(folded))
  const near = places.filter(
    (place) =>
      /^Q[0-9]+$/.test(place.wikidataid ?? '') &&
      kilometres([+city.latitude, +city.longitude], [place.LATITUDE, place.LONGITUDE]) <= FARTHEST &&
      [place.NAME, place.NAMEASCII, place.NAMEALT, place.NAME_EN].some((name) => name && names.has(folded(name)))
  )
  const items = new Set(near.map((place) => place.wikidataid))
  if (items.size === 1) capitalRows.push([city.geonames, city.country, city.name, ...items].join('\t'))
}
writeFileSync(
  new URL('capital-links.tsv', REFERENCE),
  `# What Wikidata calls the capitals of cities.tsv. Derived by src/scripts/derive-links.mjs from Natural Earth 4 (public
# domain): the place of one of the capital's names within ${FARTHEST} km of it. Do not edit.
#   country, name  to read by
#   wikidata       item, for http://www.wikidata.org/entity/
geonames\tcountry\tname\twikidata
${capitalRows.join('\n')}
`
)
console.error(`${countryRows.length} countries, ${capitalRows.length} capitals`)
