import type { Paper } from '../nn/spec'

export const papers = {
  lenet: {
    authors: 'LeCun, Bottou, Bengio, Haffner',
    title: 'Gradient-based learning applied to document recognition',
    venue: 'Proceedings of the IEEE 86(11)',
    year: 1998,
  },
  alexnet: {
    authors: 'Krizhevsky, Sutskever, Hinton',
    title: 'ImageNet classification with deep convolutional neural networks',
    venue: 'NIPS',
    year: 2012,
  },
  zfnet: {
    authors: 'Zeiler, Fergus',
    title: 'Visualizing and understanding convolutional networks',
    venue: 'ECCV 2014',
    year: 2013,
    arxiv: '1311.2901',
  },
  sppnet: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Spatial pyramid pooling in deep convolutional networks for visual recognition',
    venue: 'ECCV',
    year: 2014,
    arxiv: '1406.4729',
  },
  vgg: {
    authors: 'Simonyan, Zisserman',
    title: 'Very deep convolutional networks for large-scale image recognition',
    venue: 'ICLR 2015',
    year: 2014,
    arxiv: '1409.1556',
  },
  googlenet: {
    authors: 'Szegedy, Liu, Jia, Sermanet, Reed, Anguelov, Erhan, Vanhoucke, Rabinovich',
    title: 'Going deeper with convolutions',
    venue: 'CVPR 2015',
    year: 2014,
    arxiv: '1409.4842',
  },
  resnet: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Deep residual learning for image recognition',
    venue: 'CVPR 2016',
    year: 2015,
    arxiv: '1512.03385',
  },
  resnext: {
    authors: 'Xie, Girshick, Dollár, Tu, He',
    title: 'Aggregated residual transformations for deep neural networks',
    venue: 'CVPR 2017',
    year: 2016,
    arxiv: '1611.05431',
  },
  densenet: {
    authors: 'Huang, Liu, van der Maaten, Weinberger',
    title: 'Densely connected convolutional networks',
    venue: 'CVPR 2017',
    year: 2016,
    arxiv: '1608.06993',
  },
  squeezenet: {
    authors: 'Iandola, Han, Moskewicz, Ashraf, Dally, Keutzer',
    title: 'SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model size',
    venue: 'arXiv',
    year: 2016,
    arxiv: '1602.07360',
  },
  mobilenetv2: {
    authors: 'Sandler, Howard, Zhu, Zhmoginov, Chen',
    title: 'MobileNetV2: inverted residuals and linear bottlenecks',
    venue: 'CVPR',
    year: 2018,
    arxiv: '1801.04381',
  },
} as const satisfies Record<string, Paper>
