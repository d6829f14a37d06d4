import type { Node } from "oxc-parser";
import type { Scope } from "./Scope.ts";
import { unwrap } from "./syntax.ts";

/** The text that an expression always is, whatever it is put together from; nothing where that is not known. */
export function fold(expression: Node, scope: Scope | undefined, depth = 0): string | undefined {
  const node = unwrap(expression);
  const inner = (part: Node) => fold(part, scope, depth + 1);
  // A constant that is made of itself.
  if (depth > 20) return undefined;
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" || typeof node.value === "number" ? `${node.value}` : undefined;
    case "TemplateLiteral": {
      const parts = node.expressions.map(inner);
      return parts.includes(undefined)
        ? undefined
        : node.quasis.map(({ value }, index) => (value.cooked ?? "") + (parts[index] ?? "")).join("");
    }
    case "BinaryExpression": {
      const [left, right] = [inner(node.left), inner(node.right)];
      return node.operator === "+" && left !== undefined && right !== undefined ? left + right : undefined;
    }
    case "Identifier": {
      const value = scope?.find(node.name)?.value;
      return value && inner(value);
    }
    default:
      return undefined;
  }
}
