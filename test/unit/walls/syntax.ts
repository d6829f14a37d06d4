import { type Node, visitorKeys } from "oxc-parser";

/** A node and those it stands in, the nearest last. */
export type Path = readonly Node[];

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>;
  return (visitorKeys[node.type] ?? []).flatMap((key) => [fields[key]].flat().filter(isNode));
}

/** What stands around a value without changing it. */
const WRAPPERS = new Set([
  "ChainExpression",
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSInstantiationExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
]);

export const isWrapper = (node: Node): boolean => WRAPPERS.has(node.type);

export function unwrap(node: Node): Node {
  return isWrapper(node) ? unwrap((node as unknown as { expression: Node }).expression) : node;
}

/** Syntax of types, of which nothing is left when the code runs. */
export const isTypeOnly = (node: Node): boolean =>
  ("declare" in node && node.declare === true) ||
  (node.type.startsWith("TS") &&
    !isWrapper(node) &&
    !/^TS(Enum|Module|ParameterProperty|ExportAssignment|ImportEquals|ExternalModule)/.test(node.type));
