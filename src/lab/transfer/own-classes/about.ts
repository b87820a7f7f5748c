import type { LabAbout } from '../../about'

export const about: LabAbout = {
  title: 'Teach it your own classes',
  goal: 'measure how many images a new task needs, with and without copied features',
  look: [
    'Train a new head on the frozen trunk, then a small network from scratch, on the same images. Which makes fewer errors on the held-out ones, and how long does each take?',
    'Measure the gap. With 1, 2, 4 and 8 of the page’s drawings per class our run (ResNet-20, seed 1, 30 steps) got none of the 12 held-out images wrong with a frozen trunk, but 67%, 67%, 42% and 33% from scratch. A frozen ResNet-18 or GoogLeNet does not generalize from one drawing of a thing to the other: over all choices of three of our six things, they got 39% to 47% wrong however we scaled their features (guessing gets 67% wrong). Does this hold for your images, too?',
    'Show the camera something that belongs to neither class. The network has to answer all the same. According to the map, what did it look at?',
    'Record one class in front of the window and the other in front of the wall. Has the network learned the thing or the background?',
  ],
  question: {
    ask: 'A head on a frozen trunk gets every held-out image from your camera right. What can you conclude?',
    answers: [
      {
        text: 'It will recognize these things anywhere.',
        why: 'All images come from one place, one light and one minute, so the held-out ones are as alike as neighboring frames of a film. Move to another room and try.',
      },
      {
        text: 'It tells these recordings apart. Only other images can show whether it goes by the things or by the background.',
        right: true,
        why: 'Held-out images from the same recording share its background and its light. The class activation map gives a hint, and a recording made elsewhere is the test.',
      },
      {
        text: 'The trunk must have seen these things in its training.',
        why: 'The trunk was trained on other classes. What is reused are edges, colors and parts that many things share.',
      },
    ],
  },
  place: 15,
}
