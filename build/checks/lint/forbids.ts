import type { Rule } from 'eslint'

/** A rule that reports whatever one of the selectors finds. Where it is on is the business of eslint.config.ts. */
export const forbids = (message: string, selectors: readonly string[]): Rule.RuleModule => ({
  meta: { type: 'problem', schema: [], messages: { forbidden: message } },
  create: context =>
    Object.fromEntries(
      selectors.map(selector => [selector, (node: Rule.Node) => context.report({ node, messageId: 'forbidden' })]),
    ),
})

/** Selectors for every way to name a module. `pattern` is a regular expression without a slash in it. */
export const modules = (pattern: string): string[] => [
  `ImportDeclaration[source.value=/${pattern}/]`,
  `ExportNamedDeclaration[source.value=/${pattern}/]`,
  `ExportAllDeclaration[source.value=/${pattern}/]`,
  `ImportExpression[source.value=/${pattern}/]`,
  `CallExpression[callee.name='require'] > Literal[value=/${pattern}/]`,
  `CallExpression[callee.property.name='getBuiltinModule'] > Literal[value=/${pattern}/]`,
]

/** Selectors for every way to take a part out of a module or an object. */
export const parts = (pattern: string): string[] => [
  `ImportSpecifier[imported.name=/${pattern}/]`,
  `MemberExpression[computed=false][property.name=/${pattern}/]`,
  `MemberExpression[computed=true][property.value=/${pattern}/]`,
  `ObjectPattern > Property[key.name=/${pattern}/]`,
]

/** Selectors for a bare name, wherever it stands, and for the same name taken from `window` by a string. */
export const names = (pattern: string): string[] => [
  `Identifier[name=/${pattern}/]`,
  `MemberExpression[computed=true][property.value=/${pattern}/]`,
]
