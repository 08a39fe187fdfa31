import { h, replace } from './dom.js';
import { isUnused } from './history.js';
import { Sparkline } from './sparkline.js';

const MOST_BRANCHES = 4;

/* Where the way begins anew: the stages and topics of this picture are other ones. */
const shapeOf = health => JSON.stringify((health.stages ?? []).map(stage => [stage.name, stage.reads, stage.writes]));

/** The way of an article, drawn: topics as pipes between the stages, and how each stage does. */
export class Flow {
  #shape = '';
  #pipes = [];
  #stages = [];

  /** @param {function(string)} onPartitions is called with the name of a stage whose partitions are wanted */
  constructor(context, history, onPartitions) {
    this.context = context;
    this.history = history;
    this.onPartitions = onPartitions;
    this.list = h('ol', { class: 'flow', role: 'list' });
    this.element = h(
      'section',
      { class: 'card flow-card', 'aria-labelledby': 'flow-title' },
      h('h3', { id: 'flow-title' }, context.t('flow.title')),
      this.list,
    );
  }

  draw(health) {
    if (shapeOf(health) !== this.#shape) {
      this.#shape = shapeOf(health);
      this.#build(health);
    }
    const topics = new Map((health.topics ?? []).map(topic => [topic.name, topic]));
    const stages = new Map(health.stages.map(stage => [stage.name, stage]));
    for (const pipe of this.#pipes) pipe.draw(topics);
    for (const box of this.#stages) box.draw(stages.get(box.name), topics);
  }

  #build(health) {
    const { t } = this.context;
    const stages = health.stages ?? [];
    this.#pipes = stages.map(stage => new Pipe(this.context, stage.reads));
    this.#stages = stages.map((stage, at) => new StageBox(this, stage, branchesOf(stage, stages[at + 1])));
    const steps = stages.flatMap((stage, at) => [this.#pipes[at].element, this.#stages[at].element]);
    replace(this.list, steps.length ? steps : h('li', null, t('flow.none')));
  }
}

/* What a stage writes and the next does not read: it leaves the way there. */
function branchesOf(stage, next) {
  return (stage.writes ?? []).filter(topic => topic !== next?.reads);
}

/** A topic between two stages. */
class Pipe {
  constructor(context, topic) {
    this.context = context;
    this.topic = topic;
    this.rate = h('span', { class: 'pipe-rate' });
    this.records = h('span', { class: 'pipe-records' });
    this.element = h(
      'li',
      { class: 'pipe' },
      h('span', { class: 'pipe-name' }, h('bdi', { dir: 'ltr' }, breakable(topic))),
      h('span', { class: 'pipe-line', 'aria-hidden': 'true' }),
      this.rate,
      this.records,
    );
  }

  draw(topics) {
    const { t, format } = this.context;
    const topic = topics.get(this.topic);
    this.rate.textContent = topic ? t('rate', format.number(topic.perSecond)) : '';
    this.records.textContent = topic ? t('flow.records', topic.records, format.short(topic.records)) : t('flow.noTopic');
    this.element.classList.toggle('is-flowing', topic?.perSecond > 0);
    this.element.classList.toggle('is-missing', !topic);
  }
}

/** A stage: its state, what goes in and out, what waits, and the topics beside the way that it writes. */
class StageBox {
  constructor({ context, history, onPartitions }, stage, branches) {
    const { t } = context;
    this.context = context;
    this.history = history;
    this.name = stage.name;
    this.state = h('span', { class: 'stage-state' });
    this.measures = ['in', 'out', 'lag'].map(kind => new Measure(context, kind));
    this.catchUp = h('p', { class: 'stage-catch-up' });
    this.advice = h('p', { class: 'stage-advice' });
    this.partitions = h('button', { type: 'button', class: 'stage-partitions', onclick: () => onPartitions(stage.name) });
    this.branches = branches.map(topic => new Branch(context, topic));
    this.element = h(
      'li',
      { class: 'stage' },
      h('div', { class: 'stage-head' }, h('h4', null, t(`stage.${stage.name}`)), this.state),
      h('p', { class: 'stage-does' }, t(`stage.${stage.name}.does`)),
      h(
        'dl',
        { class: 'stage-measures' },
        this.measures.map(measure => measure.element),
      ),
      this.catchUp,
      this.advice,
      this.partitions,
      this.#branchLists(),
    );
  }

  /* A topic a route: of many, the rest opens. */
  #branchLists() {
    const { t } = this.context;
    if (!this.branches.length) return null;
    const elements = this.branches.map(branch => branch.element);
    const rest = elements.length > MOST_BRANCHES + 1 ? elements.splice(MOST_BRANCHES) : [];
    return h(
      'div',
      { class: 'branches' },
      h('ul', { 'aria-label': t('flow.branches') }, elements),
      rest.length
        ? h(
            'details',
            null,
            h('summary', null, t('flow.more', rest.length)),
            h('ul', { 'aria-label': t('flow.branches') }, rest),
          )
        : null,
    );
  }

  draw(stage, topics) {
    const { t } = this.context;
    this.element.dataset.state = stage.state;
    this.state.textContent = t(`state.${stage.state}`);
    this.state.dataset.state = stage.state;
    const minutes = this.history.minutes();
    for (const measure of this.measures) measure.draw(stage, this.history.points(`${measure.kind} ${stage.name}`), minutes);
    this.#drawCatchUp(stage);
    const idle = stage.state === 'STOPPED' || stage.state === 'ABSENT';
    const advice = isUnused(stage) ? 'state.ABSENT.deliver' : `state.${stage.state}.advice`;
    replace(this.advice, idle && [t(advice), ' ', h('code', { dir: 'ltr' }, t(`stage.${stage.name}.command`))]);
    this.advice.hidden = !idle;
    this.partitions.textContent = t('flow.partitions', (stage.partitions ?? []).length);
    this.partitions.hidden = !(stage.partitions ?? []).length;
    for (const branch of this.branches) branch.draw(topics);
  }

  #drawCatchUp(stage) {
    const { t } = this.context;
    const trend = this.history.trend(stage);
    this.catchUp.hidden = isUnused(stage);
    this.catchUp.dataset.trend = trend.kind;
    this.catchUp.textContent = {
      none: () => t('trend.none'),
      stands: () => t('trend.stands'),
      measuring: () => t('trend.measuring'),
      steady: () => t('trend.steady'),
      grows: () => t('trend.grows', Math.round(trend.perMinute)),
      shrinks: () => t('trend.shrinks', duration(trend.seconds, t)),
    }[trend.kind]();
  }
}

/** One number of a stage with its line. */
class Measure {
  constructor(context, kind) {
    this.context = context;
    this.kind = kind;
    this.number = h('span', { class: 'measure-number' });
    this.spark = new Sparkline();
    this.element = h(
      'div',
      { class: `measure measure-${kind}` },
      h('dt', null, context.t(`measure.${kind}`)),
      h('dd', null, this.number, this.spark.element),
    );
  }

  draw(stage, points, minutes) {
    const { t, format } = this.context;
    const value = { in: stage.inPerSecond, out: stage.outPerSecond, lag: stage.lag }[this.kind];
    const said = value === undefined ? t('measure.unknown') : format.number(value);
    this.number.textContent = this.kind === 'lag' || value === undefined ? said : t('rate', said);
    const values = points.map(point => point.value);
    this.spark.draw(
      points,
      values.length ? t('measure.range', minutes, format.number(Math.min(...values)), format.number(Math.max(...values))) : '',
    );
  }
}

/** A topic that leaves the way: alerts of a route, what was set aside. */
class Branch {
  constructor(context, topic) {
    this.context = context;
    this.topic = topic;
    this.records = h('span', { class: 'branch-records' });
    this.element = h(
      'li',
      { class: ['branch', /rejected|dead-letter|failed/.test(topic) && 'branch-aside'] },
      h('span', { class: 'branch-name' }, h('bdi', { dir: 'ltr' }, breakable(topic))),
      this.records,
    );
  }

  draw(topics) {
    const { t, format } = this.context;
    const topic = topics.get(this.topic);
    this.records.textContent = topic
      ? t('flow.branch', format.short(topic.records), format.number(topic.perSecond))
      : t('flow.noTopic');
  }
}

/** A name that may be broken after its dots. */
function breakable(name) {
  return name.split(/(?<=[.])/).flatMap((part, at) => (at ? [h('wbr'), part] : [part]));
}

function duration(seconds, t) {
  if (seconds < 60) return t('duration.seconds', Math.max(1, Math.round(seconds)));
  if (seconds < 3600) return t('duration.minutes', Math.round(seconds / 60));
  if (seconds < 48 * 3600) return t('duration.hours', Math.round(seconds / 3600));
  return t('duration.days', Math.round(seconds / 86400));
}
