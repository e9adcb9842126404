import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const FOLDER = '.github/ISSUE_TEMPLATE'
type Part = { type: string; id?: string; attributes: Record<string, unknown>; validations?: { required?: boolean } }
type Form = { name: string; description: string; body: readonly Part[] }

const forms = readdirSync(FOLDER)
  .filter((name) => name !== 'config.yml')
  .map((name) => ({ name, form: parse(readFileSync(join(FOLDER, name), 'utf8')) as Form }))

describe.each(forms)('$name', ({ form }) => {
  it('is a form as GitHub reads it', () => {
    expect(form.name && form.description).toBeTruthy()
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']).toContain(type)
      expect(attributes[type === 'markdown' ? 'value' : 'label']).toEqual(expect.any(String))
      if (type !== 'markdown') expect(id).toMatch(/^[\w-]+$/)
      if (type === 'dropdown')
        for (const option of attributes['options'] as unknown[]) expect(option).toEqual(expect.any(String))
    }
    const ids = form.body.flatMap(({ id }) => id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

it('who reports a fault is asked for doctor, and told to leave people and secrets out', () => {
  const fault = forms.find(({ name }) => name === 'fault.yml')?.form
  const asked = fault?.body.find(({ id }) => id === 'doctor')
  expect(asked?.attributes['description']).toContain('npm run -s shaozi -- doctor --json')
  expect(asked?.validations?.required).toBe(true)
  expect(fault?.body[0]?.attributes['value']).toMatch(/不要写群众的姓名.*不要写密钥/u)
})
