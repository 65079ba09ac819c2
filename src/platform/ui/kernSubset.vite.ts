import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AcceptedPlugin, AtRule, Root, Rule } from 'postcss'

/**
 * Keeps of KERN's 340 kB of CSS what the citizen pages use: rules whose classes occur in `sources`, and the
 * custom properties that something still refers to. Other style sheets pass unchanged.
 */
export function kernSubset(entry: string, sources: readonly string[]): AcceptedPlugin {
  return {
    postcssPlugin: 'kern-subset',
    OnceExit(root, { result }) {
      if (!result.opts.from?.endsWith(entry)) return
      const used = classesIn(sources)
      root.walkRules((rule) => keepUsedSelectors(rule, used))
      root.walkAtRules((rule) => dropEmpty(rule))
      while (dropUnusedProperties(root) > 0);
    },
  }
}

const isKern = (rule: Rule): boolean => rule.source?.input.file?.includes('@kern-ux') ?? false

function classesIn(folders: readonly string[]): ReadonlySet<string> {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  return new Set(texts.flatMap((text) => text.match(/\bkern-[a-z0-9_-]+/g) ?? []))
}

function keepUsedSelectors(rule: Rule, used: ReadonlySet<string>): void {
  if (!isKern(rule)) return
  const kept = rule.selectors.filter((selector) => isUsed(selector, used))
  if (kept.length === 0) rule.remove()
  else rule.selectors = kept
}

/** Themes follow the browser here, never an attribute; what stands in `:is()` and `:not()` needs no class to match. */
function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  const needed = selector.replaceAll(/:(is|not)\([^()]*\)/g, '')
  if (needed.includes('data-kern-theme')) return false
  return (needed.match(/\.[a-z][\w-]*/g) ?? []).every((name) => used.has(name.slice(1)))
}

function dropEmpty(rule: AtRule): void {
  if (rule.nodes?.every((node) => node.type === 'comment')) rule.remove()
}

/** One round; a property that only an unused one referred to goes in the next. Answers how many went. */
function dropUnusedProperties(root: Root): number {
  const referred = new Set<string>()
  root.walkDecls((declaration) => {
    for (const [, name] of declaration.value.matchAll(/var\(\s*(--[\w-]+)/g)) if (name) referred.add(name)
  })
  let dropped = 0
  root.walkDecls(/^--kern-/, (declaration) => {
    if (referred.has(declaration.prop)) return
    declaration.remove()
    dropped += 1
  })
  root.walkRules((rule) => {
    if (rule.nodes.every((node) => node.type === 'comment')) rule.remove()
  })
  return dropped
}
