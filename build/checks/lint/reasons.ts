import type { Rule } from 'eslint'

/** A cast switches the compiler off, so it says why: a comment on its line or the line above. */
export const reasonForCast: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'Say why this cast is safe, in a comment on or above its line.' },
  },
  create: context => ({
    'TSAsExpression:not([typeAnnotation.typeName.name="const"])'(node: Rule.Node) {
      const { start, end } = node.loc ?? { start: { line: 0 }, end: { line: 0 } }
      const explained = context.sourceCode
        .getAllComments()
        .some(({ loc }) => loc && loc.end.line >= start.line - 1 && loc.start.line <= end.line)
      if (!explained) context.report({ node, messageId: 'missing' })
    },
  }),
}

/** So does a comment that switches a rule off: `-- the reason`. */
export const reasonForDisabling: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { missing: 'Say why the rule is off: `-- the reason`.' } },
  create: context => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const disables = /^\s*eslint-disable/.test(comment.value)
        if (disables && !/--\s*\S+/.test(comment.value) && comment.loc)
          context.report({ loc: comment.loc, messageId: 'missing' })
      }
    },
  }),
}
