import { describe, expect, it } from 'vitest'
import { hashOf, isSecret, newSalt, newSecret, secretOf } from './secret.ts'

describe('a secret', () => {
  it('has 26 signs that nobody takes for another, and differs each time', () => {
    const secrets = Array.from({ length: 200 }, newSecret)
    expect(new Set(secrets).size).toBe(200)
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
  })

  it('is known again as people copy it from paper', () => {
    const secret = `01${newSecret().slice(2)}`
    const hash = hashOf(secret)
    const inFours = secret.toUpperCase().replaceAll(/(.{4})/g, '$1 ')
    expect(isSecret(secret, hash)).toBe(true)
    expect(isSecret(` ${inFours}`, hash)).toBe(true)
    expect(isSecret(`OI${secret.slice(2)}`, hash)).toBe(true)
    expect(isSecret(`ol${secret.slice(2)}`, hash)).toBe(true)
    expect(isSecret(newSecret(), hash)).toBe(false)
    expect(isSecret('', hash)).toBe(false)
  })

  it('of a request that comes twice is the same, and another one for another request', () => {
    const salt = newSalt()
    expect(secretOf('first', salt)).toBe(secretOf('first', salt))
    expect(secretOf('second', salt)).not.toBe(secretOf('first', salt))
    expect(secretOf('first', newSalt())).not.toBe(secretOf('first', salt))
    expect(secretOf('first', salt)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
  })
})
