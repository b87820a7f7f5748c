import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { knownOf } from '../../tools/lessons/known'
import { readLesson } from '../../tools/lessons/read'
import { syntaxProblem } from '../../tools/lessons/syntax'
import { skeleton } from '../../tools/lessons/skeleton'
import { checkLesson, type LessonProblem, type ReadLesson } from './check'

const known = knownOf(resolve(import.meta.dirname, '../..'))

const said = (problems: readonly LessonProblem[]) =>
  problems.map(({ line, message }) => `${line}: ${message}`).join('\n')
const messages = (lesson: ReadLesson) => said(checkLesson(lesson, known))

describe('a mistake of an author', () => {
  const step = (attributes: string, body = '') =>
    readLesson(
      'content/m1/1-test.mdx',
      `# Test\n\n<Step id="a" title="A" ${attributes.includes('goal=') ? '' : 'goal="count"'} ${attributes}>\n\nText. ${body}${body.includes('<Brief>') ? '' : ' <Brief>It counts.</Brief>'}\n\n<Practice of="conv-params" kind="parameters" />\n\n<Notes>\n\nSay it.\n\n</Notes>\n\n</Step>\n`,
    )
  it.each([
    ['network="resnet-20"', '', '3: there is no network "resnet-20"; did you mean cifar-resnet20'],
    [
      'show="bigger" with={{ widht: 8 }}',
      '',
      '3: bigger: the lab has no option "widht"; did you mean width?',
    ],
    [
      'show="bigger" with={{ width: 10 }}',
      '',
      '3: bigger: option "width" cannot be 10: it takes 4, 8, 16, 32 or 64',
    ],
    [
      'show="memory-stack" with={{ networks: ["resnet81"] }}',
      '',
      '3: memory-stack: option "networks" cannot be resnet81: it takes names of networks; did you mean resnet',
    ],
    ['with={{ width: 8 }}', '', '3: with={{ … }} sets up a lab; name that lab as show="…"'],
    [
      'network="resnet18" focus="conv9_x"',
      '',
      '3: there is no node of ResNet-18 "conv9_x"; did you mean conv',
    ],
    [
      'network="resnet18"',
      '<Ref at="conv2_x/blok1">it</Ref>',
      'there is no node of ResNet-18 "conv2_x/blok1"',
    ],
    ['show="kernel-zoooo"', '', '3: there is no lab "kernel-zoooo"'],
    ['', '<Cuont of="params" />', 'there is no component "Cuont"; did you mean Count'],
    ['network="resnet18" colour="param"', '', '3: there is no colouring "param"; did you mean parameters'],
    [
      'slides="S46"',
      '',
      '3: slides of <Step> names a slide that the lecture does not have: its slides are S1 to S45',
    ],
    ['network="resnet18" table="stagez"', '', '3: there is no table "stagez"; did you mean stages?'],
    ['network="resnet18" scale="log"', '', '3: there is no scale "log"; it is one of auto, linear, sqrt'],
    [
      'network="resnet18" links="some"',
      '',
      '3: there is no way to draw links "some"; it is one of flow, all',
    ],
    ['network="resnet18" expand="al"', '', '3: there is no way to expand "al"; did you mean all?'],
    ['network={18}', '', '3: network of <Step> is 18, not a text'],
    ['network="resnet18"', '<Count of="parms" />', '5: there is no count "parms"; did you mean params?'],
    [
      'network="resnet18"',
      '<Count off="params" />',
      '5: there is no attribute of <Count> "off"; did you mean of?',
    ],
    [
      'network="resnet18"',
      '<Count as="shrt" />',
      '5: there is no way to write a count "shrt"; did you mean short',
    ],
    [
      'network="resnet18"',
      '<Count value={(n) => n.params("resnet18", "conv9")} />',
      '5: value of <Count>: ResNet-18 has no "conv9"',
    ],
    ['network="resnet18"', '<Shape />', '5: <Shape> needs at'],
    ['', '<Count network="resnet20" at="conv1" />', '5: there is no network "resnet20"; did you mean'],
    ['', '<Quote from="S99">it</Quote>', '5: from of <Quote> names a slide that the lecture does not have'],
    ['', '<Source of="resnett" />', '5: there is no reference "resnett"; did you mean resnet'],
    [
      '',
      '<Term of="receptive fields">it</Term>',
      '5: there is no term of the glossary "receptive fields"; did you mean receptive field',
    ],
    ['', '<Slip e={99} />', '5: e of <Slip> is not a slip of content/slips'],
    [
      '',
      '<Practice of="conv-parms" kind="parameters" />',
      '5: there is no exercise "conv-parms"; did you mean conv-params',
    ],
    [
      '',
      '<Practice of="conv-params" kind="MACs" />',
      '5: <Practice of="conv-params"> asks for parameters, but its slide practices MACs',
    ],
    [
      '',
      '<Curve runs={["cifar-plain20"]} of={["testEror"]} />',
      '5: there is no curve "testEror"; did you mean testError',
    ],
    [
      '',
      '<Table network="resnet18" columns={["shapes"]} />',
      '5: there is no column "shapes"; did you mean shape',
    ],
    [
      '',
      '<Compare networks={["resnet18", "resnet43"]} />',
      '5: there is no network "resnet43"; did you mean resnet',
    ],
    [
      '',
      '<Choice ask="Which?" options={[{ text: "a", why: "b" }, { text: "c", why: "d" }]} />',
      '5: options of <Choice> needs exactly one with right: true',
    ],
    [
      '',
      '<Choice ask="Which?" options={[{ text: "a", why: "b", rihgt: true }, { text: "c", why: "d" }]} />',
      '5: there is no field of options of <Choice>, 1 of 2, "rihgt"; did you mean right?',
    ],
    ['', '<Predict ask="How many?" />', '5: <Predict> needs answer'],
    [
      '',
      '<Predict ask="How many?" answer={(n) => "many"} />',
      '5: answer of <Predict>, asked, is "many", not a number',
    ],
    ['', '<Predict ask="How many?" answer={7} within={2} />', '5: within of <Predict> is 2, not a share'],
    [
      'network="resnet18"',
      '<Predict ask="How many?" answer={7} hides={["conv2_x/blok1"]} />',
      '5: there is no node of ResNet-18 "conv2_x/blok1"; did you mean conv2_x/block1',
    ],
    [
      'show="memory-stack"',
      '<Predict ask="How many?" answer={7} hides={["larges"]} />',
      '5: there is no readout of memory-stack "larges"; did you mean largest?',
    ],
    [
      'show="tensor-box"',
      '<Predict ask="How many?" answer={7} hides={["conv1"]} />',
      '5: there is no readout of tensor-box "conv1": there are none',
    ],
    [
      '',
      '<Predict ask="How many?" answer={7} hides={["conv1"]} />',
      '5: hides needs a lab or a network in which to hide something',
    ],
    ['', '<Order ask="Sort." items={["a", "a"]} />', '5: items of <Order> names something twice'],
    [
      '',
      '<Cloze text="A {} and a {}." blanks={[{ answer: 1 }]} />',
      '5: <Cloze> has 2 gaps {} in its text and 1 blanks',
    ],
    ['', '<Cloze text="A {}." blanks={[{ answer: 1 }]} />', '5: blanks of <Cloze>, 1 of 1, needs hint'],
    [
      '',
      '<Cloze text="A {}." blanks={[{ answer: "x", options: ["a", "b"], hint: "c" }]} />',
      '5: blanks of <Cloze> has a word that is not among its options',
    ],
    ['goal="Count a layer."', '', '3: goal of <Step> follows "You learn to"'],
    [
      '',
      `<Brief>${'word '.repeat(45)}<Count network="resnet18" /></Brief>`,
      '5: <Brief> has 46 words; at most 45 fit on a wall',
    ],
    ['', '<Brief>One.</Brief> <Brief>Two.</Brief>', '5: a slide has only one <Brief>'],
    ['', '<Brief><Count network="resnet81" /></Brief>', '5: there is no network "resnet81"; did you mean'],
    ['', '<Notes of="x">Say</Notes>', '5: there is no attribute of <Notes> "of"'],
    ['netwrok="resnet18"', '', 'there is no attribute of <Step> "netwrok"; did you mean network'],
  ])('%s %s is named with its line and what was most likely meant', (attributes, body, message) =>
    expect(messages(step(attributes, body))).toContain(message),
  )
})

/** A lesson that is right but for what is put in. */
const lesson = ({ step = 'network="resnet18"', id = 'a', body = '', head = '', tail = '' }) => `# Test
${head}
<Step id="${id}" title="A" goal="count" ${step}>

<Brief>It counts.</Brief>

Text. ${body}

<Practice of="conv-params" kind="parameters" />

<Notes>

Say it.

</Notes>

</Step>
${tail}`

function problemsOf(text: string): string {
  try {
    return messages(readLesson('content/m1/1-test.mdx', text))
  } catch (error) {
    return said([syntaxProblem(error)])
  }
}

describe('what would pass in silence and show a reader a hole', () => {
  it('is nothing in a lesson that is right', () => expect(problemsOf(lesson({}))).toBe(''))

  it.each(
    Object.entries({
      'table="stages"': '3: table needs a network',
      'beside="resnet18"': '3: beside needs a network',
      'colour="path"': '3: colour needs a network',
      'scale="linear"': '3: scale needs a network',
      'links="all"': '3: links needs a network',
      'expand="all"': '3: expand needs a network',
      'focus="conv1"': '3: focus needs a network',
      'image="cat-1"': '3: image needs a network',
      'options={{ aux: true }}': '3: options needs a network',
      'network="resnet18" options={{ auxx: true }}': '3: resnet has no option "auxx"; it has blocks',
      'show="bigger" table="stages"': '3: table cannot be seen where a lab is shown',
      'network="resnet18" beside="resnet18"': '3: beside is "resnet18", the network itself',
      'reveal="text figure"': '3: reveal names the figure, but the slide has none',
      'reveal="text text"': '3: reveal names a part twice',
      'reveal="txt"': '3: there is no part of a slide "txt"; did you mean text',
      'network="resnet18" teaches="googlenet/inceptoin"':
        '3: there is no part of googlenet "inceptoin"; did you mean inception?',
      'network="resnet18" expand={["conv9_x"]}':
        '3: there is no node of ResNet-18 "conv9_x"; did you mean conv2_x',
      'kind="sectoin"': '3: there is no kind of slide "sectoin"; did you mean section',
      'title="B"': '3: "title" stands twice',
      'show="fit-toy" with={{ degre: 2 }}': '3: fit-toy: the lab has no option "degre"; did you mean degree?',
      'show="curves" with={{ runs: "a" }}': '3: curves: option "runs", as a whole: Invalid type',
    }),
  )('<Step %s>', (step, problem) => expect(problemsOf(lesson({ step }))).toContain(problem))

  it('an id that is no part of an address', () =>
    expect(problemsOf(lesson({ id: 'My slide' }))).toContain(
      '3: id of <Step> is "My slide"; an address has lowercase',
    ))

  it.each(
    Object.entries({
      '<count of="params" />': '7: there is no component "count"; did you mean Count?',
      '<div>x</div>': '7: <div> has no place in a lesson; the only HTML allowed is em',
      '![A cat](cat.png)': '7: there is no picture "cat.png"; put it into public',
      '[x](#/course/shaps)': '7: there is no lesson "shaps"; did you mean shapes',
      '[x](#/course/shapes/tensr)': '7: there is no slide of shapes "tensr"; did you mean tensor',
      '[x](#/n/resnett18)': '7: there is no network "resnett18"; did you mean resnet18',
      '[x](#/lab/biggr)': '7: there is no lab "biggr"; did you mean bigger',
      '[x](shapes)': '7: the link "shapes" leads nowhere',
      'It is {n.params("resnet18")}.': '7: {n.params("resnet18")} is not computed here',
      'As $\\frac{1}{$': '7: the formula $\\frac{1}{$ cannot be set',
      'As $\\nope$': '7: the formula $\\nope$ cannot be set: Undefined control sequence',
      '<Count value={(n) => n.parms("resnet18")} />':
        '7: value of <Count>: there is no number "parms"; did you mean params',
      '<Count value={(n) => n.params("resnett18")} />': 'did you mean resnet18',
      '<Count value={(n) => n.params("resnet18", "conv11")} />':
        'ResNet-18 has no "conv11"; did you mean conv1',
      '<Count value={(n) => 1} of="params" />': '7: <Count> has a value of its own; leave of out',
      '<Count as="times" />': '7: <Count as="times"> writes a ratio',
      '<Count of="depth" at="conv1" />': '7: depth is counted for a whole network',
      '<Count of="channels" />': '7: <Count of="channels"> needs at',
      '<Sum at="conv1" />': '7: <Sum at="conv1"> is not at a concat: conv1/relu has one input',
      '<Ref at="conv1" />': '7: <Ref> says nothing',
      '<Quote></Quote>': '7: <Quote> says nothing',
      '<Curve runs={["cifar-plain2"]} />':
        '7: there is no recorded run "cifar-plain2"; did you mean cifar-plain20',
      '<Predict ask="x" answer={7} mistakes={[{ value: 7, say: "x" }]} />':
        '7: mistakes of <Predict> has 7, which is the answer',
      '<Predict ask="x" answer={7} mistakes={[{ value: 8, say: "x" }, { value: 8, say: "y" }]} />':
        '7: mistakes of <Predict> has 8 twice',
      '<Predict ask="x" answer={7} /> <Predict ask="x" answer={8} />':
        '7: two questions on the slide begin with "x"',
      '<Choice ask="x" options={[{ text: "a", why: "b", right: true }, { text: "a", why: "c" }]} />':
        '7: options of <Choice> has "a" twice',
      '<Choice ask="x" options={[{ text: "a", why: "b", right: "yes" }, { text: "c", why: "d" }]} />':
        '7: right of options of <Choice>, 1 of 2, is "yes", not true or false',
      '<Cloze text="A {}." blanks={[{ answer: "a", options: ["a", "a"] }]} />':
        '7: a blank of <Cloze> has "a" twice',
      '<Predict ask="x" answer={seven} />': '7: the value of "answer" is neither data nor a function',
      '<Count {...x} />': '7: {...spread} cannot be checked',
      'It has\n<Count of="params" />\nof them.': '8: <Count> has a line for itself',
      '<!-- x -->': '7: Unexpected character `!`',
      '<Count>': 'Expected a closing tag for `<Count>`',
      '<Step id="b" title="B">x</Step>':
        '7: <Step> cannot be inside a <Step>; is a </Step> missing above it?',
    }),
  )('%s', (body, problem) => expect(problemsOf(lesson({ body }))).toContain(problem))

  it.each(['network="resnet81"', 'show="biger"'])('in a name that more depends on is said once: %s', (step) =>
    expect(
      problemsOf(
        lesson({
          step,
          body: step.startsWith('network')
            ? '<Ref at="conv1">It</Ref> has <Count of="params" at="conv1" />.'
            : '<Predict ask="How many?" answer={7} hides={["conv1"]} />',
        }),
      ),
    ).toMatch(/^3: there is no (network|lab) .*$/),
  )

  it('a number of the step’s network where it has none', () =>
    expect(problemsOf(lesson({ step: '', body: '<Count of="params" />' }))).toContain(
      '7: <Count> needs a network, its own or the step’s',
    ))

  it.each([
    [{ tail: '\nLoose words.' }, '19: this text stands outside of any <Step>, so no slide shows it'],
    [{ tail: '\n<Predict ask="x" answer={1} />' }, '19: <Predict> stands outside of any <Step>'],
    [{ tail: '\n# Second' }, '19: a lesson begins with its one # Title'],
    [{ tail: '\n<Why title="x">\n\nx\n\n</Why>' }, '19: <Why> has to come before the first step'],
    [{ head: '\n<Unsolved>\n\nx\n\n</Unsolved>\n' }, '3: <Unsolved> has to come after the last step'],
    [{ id: 'mixed' }, '3: a step cannot have the id "mixed"'],
    [
      { tail: '\n<Mixed of="shapes/tensor">\n\nx\n\n</Mixed>' },
      '19: <Mixed> has to ask exactly one question',
    ],
    [
      { tail: `\n<Mixed of="shapes/tensr shapes">\n\n<Predict ask="x" answer={1} />\n\n</Mixed>` },
      '19: there is no slide of shapes "tensr"; did you mean tensor?',
    ],
    [
      {
        head: `\n<Mixed of="shapes/tensor">\n\n<Predict ask="x" answer={1} />\n\n</Mixed>\n`,
        tail: '\n<Unsolved>\n\nx\n\n</Unsolved>',
      },
      '3: <Mixed> comes only once, at the end of a lesson',
    ],
    [{ head: '\nimport x from "y"\n' }, '3: a lesson has no code of its own'],
  ])('%j', (around, problem) => expect(problemsOf(lesson(around))).toContain(problem))

  it('words before the brief, which opens the slide', () =>
    expect(problemsOf(lesson({}).replace('<Brief>', 'First.\n\n<Brief>'))).toContain(
      '7: <Brief> opens its step',
    ))
})

it.each(['My lesson', 'Odd <title> with {braces} and *stars*'])(
  'a lesson that was begun by a command passes the check: %s',
  (title) => {
    const read = readLesson('content/own/1-test.mdx', skeleton(title))
    expect(messages(read)).toBe('')
    expect(read.title).toBe(title)
    expect(read.steps).toHaveLength(2)
  },
)
