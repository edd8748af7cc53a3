// Derives src/main/resources/org/chancery/site/outlines.json from the npm package world-atlas 2.0.2 (ISC), which
// carries Natural Earth 1:110m (public domain, https://www.naturalearthdata.com/).
//
//   npm install --prefix atlas-package world-atlas@2.0.2
//   node src/scripts/derive-outlines.mjs atlas-package/node_modules/world-atlas ontology/reference/countries.tsv \
//     > src/main/resources/org/chancery/site/outlines.json
//
// The same package and table give the same bytes. Changed: Antarctica and all names are left out, ISO codes are
// those of countries.tsv, coordinates are rounded to 0.1 degree, and each country has a point to write at.
// Areas without an ISO number (as of Kosovo or Somaliland) are drawn without a code.

import fs from 'node:fs'
import path from 'node:path'

const [folder, table] = process.argv.slice(2)
if (table === undefined) {
  console.error('usage: node src/scripts/derive-outlines.mjs PACKAGE_FOLDER COUNTRIES_TSV > outlines.json')
  process.exit(64)
}
const ANTARCTICA = '010'
const topology = JSON.parse(fs.readFileSync(path.join(folder, 'countries-110m.json'), 'utf8'))
const codes = new Map(
  fs
    .readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([code, , numeric]) => [numeric, code])
)

// TopoJSON: arcs are steps on a grid; a negative number means an arc backwards.
const { scale, translate } = topology.transform
const arcs = topology.arcs.map((arc) => {
  let x = 0
  let y = 0
  return arc.map(([dx, dy]) => {
    x += dx
    y += dy
    return [round(x * scale[0] + translate[0]), round(y * scale[1] + translate[1])]
  })
})

function round(degrees) {
  return Math.round(degrees * 10) / 10 + 0
}

function ring(indices) {
  const points = []
  for (const index of indices) {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index]
    points.push(...(points.length === 0 ? arc : arc.slice(1)))
  }
  return points.filter((point, i) => i === 0 || point[0] !== points[i - 1][0] || point[1] !== points[i - 1][1])
}

function area(points) {
  let twice = 0
  for (let i = 0; i + 1 < points.length; i++) {
    twice += points[i][0] * points[i + 1][1] - points[i + 1][0] * points[i][1]
  }
  return twice / 2
}

// Where a ring crosses the 180th meridian, its longitudes go on beyond 180.
function unrolled(points) {
  let turn = 0
  return points.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - points[i - 1][0]
    turn += step > 180 ? -360 : step < -180 ? 360 : 0
    return [x + turn, y]
  })
}

// Centre of gravity of the largest part.
function middle(polygons) {
  const rings = polygons.map((part) => unrolled(part[0]))
  const largest = rings.sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0]
  let x = 0
  let y = 0
  for (let i = 0; i + 1 < largest.length; i++) {
    const cross = largest[i][0] * largest[i + 1][1] - largest[i + 1][0] * largest[i][1]
    x += (largest[i][0] + largest[i + 1][0]) * cross
    y += (largest[i][1] + largest[i + 1][1]) * cross
  }
  const six = 6 * area(largest)
  return [round(((((x / six + 180) % 360) + 360) % 360) - 180), round(y / six)]
}

const countries = topology.objects.countries.geometries
  .filter((geometry) => geometry.id !== ANTARCTICA)
  .map((geometry) => {
    const parts = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
    const rings = parts.map((part) => part.map(ring).filter((points) => points.length > 3))
    const polygons = rings.filter((part) => part.length > 0)
    return { code: codes.get(geometry.id) ?? '', middle: middle(polygons), polygons }
  })
  .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.middle[0] - b.middle[0]))

process.stdout.write(
  `{"source":"world-atlas 2.0.2 (ISC), Natural Earth 1:110m (public domain); derived by src/scripts/derive-outlines.mjs","countries":[\n${countries
    .map((country) => JSON.stringify(country))
    .join(',\n')}\n]}\n`
)
