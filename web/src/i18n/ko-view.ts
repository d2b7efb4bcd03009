import type { ViewTexts } from './en-view';

export const koView: ViewTexts = {
  view: {
    stage: (name) => `${name}, 크게 보기. 화살표로 움직이고 더하기와 빼기로 확대해요.`,
    back: '세트 목록으로',
    overlay: '윤곽선과 빗금',
    outlines: '표시하기',
    opacity: '색의 진하기',
    onlyProtected: '보호한 곳만 보기',
    showAll: '모두 보기',
    sheet: {
      peek: '고르는 곳: 한 줄. 절반으로 열기',
      half: '고르는 곳: 절반. 모두 열기',
      full: '고르는 곳: 모두. 한 줄로 줄이기',
    },
    concepts: '사진에 있는 것',
    missing: (count) => `이 사진에 없는 것 ${count}가지`,
    counts: (count, album) => `이 사진에 ${count}개${album === undefined ? '' : `, 앨범에 ${album}개`}`,
    protectConcept: (label) => `${label} 보호`,
    protectWins: (label) => `${label}: 보호 중이라 고른 대로 바꾸지 않아요.`,
    unprotect: '보호 풀기',
    protectedShare: (concepts, locked, percent) =>
      `보호: ${concepts}가지${locked > 0 ? `와 따로 고른 ${locked}개` : ''}, 사진의 ${percent}%`,
    noneFound: (label) => `${label}: 이 사진에서 찾지 못했어요`,
    elsewhere: '아래 사진에서는 찾았어요. 여기에도 있다면 직접 그려 주세요.',
    notSought: '자동으로 찾지 않는 항목이에요. 있는 사진마다 직접 그려 주세요.',
    noneText: '작거나 가려졌거나 없을 수 있어요. 다른 사진을 보거나 직접 그려 주세요.',
    instances: '하나씩 정하기',
    instance: { include: '포함', exclude: '제외', lock: '보호' },
    forAll: '한꺼번에 정하기',
    all: '모두',
    none: '모두 제외',
    invert: '반대로',
    lockAll: '모두 보호',
    order: '순서',
    orders: { number: '번호순', size: '큰 것부터', score: '확실한 것부터', position: '왼쪽부터' },
    facts: (score, share, photos) =>
      `확실함 ${Math.round(score * 100)}% · 사진의 ${share < 0.01 ? '1% 미만' : `${Math.round(share * 100)}%`}${
        photos !== undefined && photos > 1 ? ` · 사진 ${photos}장에 있음` : ''
      }`,
    name: '이름',
    rename: (name) => `${name} 이름 바꾸기`,
    badge: {
      failed: '실패',
      own: '직접 그린 영역 있음',
      left: '제외하거나 보호한 것 있음',
      looked: '살펴봄',
      looking: '살펴보는 중',
    },
    help: {
      open: '단축키',
      title: '단축키',
      enabled: '한 글자 단축키 사용',
      groups: [
        {
          title: '사진',
          keys: [
            ['+  −  0', '확대, 축소, 전체 보기'],
            ['← ↑ → ↓', '선택한 사진 움직이기, 전체일 때는 다음 사진'],
            ['[  ]', '이전 사진, 다음 사진'],
            ['H', '윤곽선 켜고 끄기'],
            ['P', '보호한 곳만 보기'],
          ],
        },
        {
          title: '카드',
          keys: [
            ['↑  ↓', '이전 카드, 다음 카드'],
            ['←  →', '포함, 제외, 보호'],
            ['Space', '포함하거나 제외하기'],
            ['L', '보호'],
            ['S', '이것만 보기'],
          ],
        },
        { title: '어디서나', keys: [['?', '이 목록']] },
      ],
    },
  },
};
