// Reads one file from standard input with a program of others and prints what it understood as JSON.
// node read.mjs <folder of node_modules> <program>; speaks to no network.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

Socket.prototype.connect = () => { throw new Error('this script speaks to nobody') }

const [modules, program] = process.argv.slice(2)
const text = readFileSync(0, 'utf8')

function citation(type) {
  const require = createRequire(join(modules, 'anywhere.js'))
  const { plugins } = require('@citation-js/core')
  require('@citation-js/plugin-bibtex')
  require('@citation-js/plugin-ris')
  return plugins.input.chain(text, { forceType: type, generateGraph: false })
}

async function betterBibtex() {
  const place = join(modules, '@retorquere/bibtex-parser/dist/esm/index.js')
  const { parse } = await import(pathToFileURL(place).href)
  const { entries, errors } = parse(text)
  if (errors.length) throw new Error(JSON.stringify(errors))
  return entries.map(({ type, key, fields }) => ({ type, key, fields }))
}

const PROGRAMS = {
  'citation-js biblatex': () => citation('@biblatex/text'),
  'citation-js bibtex': () => citation('@bibtex/text'),
  'citation-js ris': () => citation('@ris/file'),
  'citation-js csl-json': () => citation('@else/json'),
  'better-bibtex': betterBibtex
}

process.stdout.write(JSON.stringify(await PROGRAMS[program]()))
