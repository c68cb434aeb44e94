/** Finds words that a component shows and that are not of the page's texts. */

import { babelParse, parse } from "vue/compiler-sfc";

const SHOWN = /^(aria-(label|description|valuetext|roledescription)|title|placeholder|alt|label|action)$/;
const WORD = /\p{L}/u;
const SENTENCE = /^\p{Lu}\p{Ll}+,? \p{L}/u;
const NAMES = ["Flickbook", "Media Chrome", "Shaka Player"];
const TRACK = "track"; // its label is for Media Chrome, and nobody reads it

interface Node {
  type: number;
  tag?: string;
  name?: string;
  content?: string | { content?: string };
  value?: { content: string };
  arg?: { content?: string };
  exp?: { content?: string };
  props?: Node[];
  children?: Node[];
}

enum Kind {
  Element = 1,
  Text = 2,
  Interpolation = 5,
  Attribute = 6,
  Directive = 7,
}

/** Return the words of a component that are written into it: in its template, and sentences in its script. */
export function ownWords(component: string): string[] {
  const { template, script, scriptSetup } = parse(component).descriptor;
  const shown = ((template?.ast?.children ?? []) as unknown as Node[]).flatMap(wordsOf);
  return [...shown, ...sentences(`${script?.content ?? ""}${scriptSetup?.content ?? ""}`)].filter(isNoName);
}

/** Return the string literals of a script that are sentences. */
export function sentences(script: string): string[] {
  const found = literals(babelParse(script, { sourceType: "module", plugins: ["typescript"] }));
  return found.filter((text) => SENTENCE.test(text)).filter(isNoName);
}

const isNoName = (text: string) => !NAMES.includes(text.trim());

function wordsOf(node: Node): string[] {
  if (node.type === Kind.Text) return WORD.test(String(node.content)) ? [String(node.content).trim()] : [];
  if (node.type === Kind.Interpolation) return wordsIn((node.content as { content: string }).content);
  if (node.type !== Kind.Element || node.tag === "code") return [];
  const attributes = node.tag === TRACK ? [] : (node.props ?? []).flatMap(wordsOfAttribute);
  return [...attributes, ...(node.children ?? []).flatMap(wordsOf)];
}

function wordsOfAttribute({ type, name, value, arg, exp }: Node): string[] {
  if (type === Kind.Attribute && SHOWN.test(name ?? "")) return WORD.test(value?.content ?? "") ? [value!.content] : [];
  const bound = type === Kind.Directive && name === "bind" && SHOWN.test(arg?.content ?? "");
  return bound ? wordsIn(exp?.content ?? "") : [];
}

function wordsIn(expression: string): string[] {
  return literals(babelParse(`(${expression})`, { plugins: ["typescript"] })).filter((text) => WORD.test(text));
}

/** Return the text literals of a script, without those that something is compared with. */
function literals(tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap(literals);
  if (typeof tree !== "object" || tree === null) return [];
  const { type, value, operator } = tree as { type?: string; value?: unknown; operator?: string };
  if (type === "StringLiteral") return [value as string];
  if (type === "TemplateElement") return [(value as { raw: string }).raw];
  if (type === "ImportDeclaration" || (type === "BinaryExpression" && operator !== "+")) return [];
  return Object.values(tree).flatMap(literals);
}
