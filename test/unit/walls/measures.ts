import { readdirSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A node of the tree, as far as it is walked here. */
interface Node {
  type: string;
  start: number;
  kind?: string;
  operator?: string;
  id?: { name?: string } | null;
  key?: { name?: string };
  [field: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | undefined)?.type === "string";

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  path: string;
  text: string;
  program: Node;
}

/** The TypeScript files of a folder, parsed. */
export const sourcesOf = (folder: string): SourceFile[] =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[cm]?tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => {
      const file = `${ROOT}${folder}/${name}`;
      const text = readFileSync(file, "utf8");
      return sourceOf(relative(ROOT, file).split(sep).join("/"), text);
    })
    .sort((a, b) => a.path.localeCompare(b.path));

export const sourceOf = (path: string, text: string): SourceFile => ({
  path,
  text,
  program: parseSync(path, text).program as unknown as Node,
});

export const linesOf = ({ text }: SourceFile): number => text.trimEnd().split("\n").length;

/** Names of the variables of a module that may change. */
export function moduleVariables({ program }: SourceFile): string[] {
  const statements = (program.body as Node[]).map((statement) =>
    statement.type === "ExportNamedDeclaration" ? (statement.declaration as Node | null) : statement,
  );
  return statements
    .filter((statement) => statement?.type === "VariableDeclaration" && statement.kind !== "const")
    .flatMap((statement) => (statement as unknown as { declarations: Node[] }).declarations)
    .map(({ id }) => id?.name ?? "a pattern");
}

const FUNCTIONS = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const BRANCHES = new Set([
  "IfStatement",
  "ConditionalExpression",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "CatchClause",
  "LogicalExpression",
  "AssignmentPattern",
]);

/** How many ways a node adds to those through its function. */
function waysOf(node: Node): number {
  if (BRANCHES.has(node.type)) return 1;
  if (node.type === "SwitchCase") return node.test ? 1 : 0;
  if (node.type === "AssignmentExpression") return /^(\|\||&&|\?\?)=$/.test(node.operator ?? "") ? 1 : 0;
  // A parameter may be optional too, which is no branch.
  return node.optional === true && /^(Member|Call)Expression$/.test(node.type) ? 1 : 0;
}

export interface MeasuredFunction {
  name: string;
  line: number;
  complexity: number;
}

/**
 * Cyclomatic complexity of each function, those within it counted for themselves: one, and one for each branch,
 * loop, `catch`, default value and short-circuit operator, `?.` included.
 */
export function functionsOf({ program, text }: SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const visit = (node: Node, owner: MeasuredFunction | undefined, name: string): void => {
    let inside = owner;
    if (FUNCTIONS.test(node.type)) {
      const line = text.slice(0, node.start).split("\n").length;
      inside = { name: node.id?.name ?? name, line, complexity: 1 };
      found.push(inside);
    } else if (inside) inside.complexity += waysOf(node);
    const own = node.key?.name ?? node.id?.name ?? name;
    for (const child of childrenOf(node)) visit(child, inside, own);
  };
  visit(program, undefined, "anonymous");
  return found;
}
