import type { UploadTexts } from './en-upload';

function mb(size: number): string {
  return `${size < 10 ? size.toFixed(1) : Math.round(size)}MB`;
}

export const koUpload: UploadTexts = {
  upload: {
    title: '새 세트',
    domain: '무엇을 찍은 사진인가요',
    add: '사진 추가',
    remove: (name) => `${name} 빼기`,
    retry: (name) => `${name} 다시 보내기`,
    progress: (name) => `${name} 보내는 중`,
    stored: '보냈어요',
    broken: '보내지 못했어요',
    send: (count) => `사진 ${count}장 살펴보기`,
    sendHint: '살펴보기는 무료예요. 완성된 사진만 계산해요.',
    limit: (count, max, size) =>
      `${max === undefined ? `${count}장` : `${max}장 중 ${count}장`} · ${mb(size)}`,
    discard: '모두 빼기',
    discarded: (count) => `사진 ${count}장을 모두 뺐어요.`,
    undo: '되돌리기',
    pause: '잠시 멈추기',
    goOn: '이어서 보내기',
    reading: (done, total) => `${total}장 중 ${done}장 읽는 중…`,
    sending: (done, total) => `${total}장 중 ${done}장 보냄`,
    checking: '사진을 확인하는 중…',
    stays: '이 페이지를 닫아도 돼요. 다시 오면 이어서 보내요.',
    staysOpen: '다 보낼 때까지 이 페이지를 열어 두세요.',
    waiting: '지금은 연결이 되지 않아요. 보낸 사진은 그대로 있고, 연결되면 나머지를 이어서 보낼게요.',
    unkept:
      '이 기기에 사진을 보관할 공간이 없어요. 페이지를 닫으면 아직 보내지 않은 사진을 잃으니, 다 보낼 때까지 열어 두세요.',
    elsewhere: '다른 탭에서 이 사진들을 보내고 있어요.',
    dropNow: '놓으면 추가돼요',
    dropNew: '놓으면 이 사진들로 새 세트를 시작해요',
    failed: (count) =>
      `사진 ${count}장을 보내지 못했어요. 나머지는 그대로 있어요. 다시 보내거나 빼고 계속하세요.`,
    withoutFailed: '빼고 계속하기',
    rejected: {
      no_photo: (name, count = 1) =>
        count === 1 ? `사진이 아니어서 뺐어요: ${name}` : `사진이 아닌 파일 ${count}개를 뺐어요.`,
      too_large: (name, count = 1) =>
        `60MB보다 커서 뺐어요: ${count === 1 ? name : `파일 ${count}개`}. 더 작게 저장한 다음 추가해 주세요.`,
      unreadable: (name, count = 1) =>
        `이 기기에서 읽을 수 없어요: ${count === 1 ? name : `파일 ${count}개`}. 기기로 복사한 다음 추가해 주세요.`,
      twice: (name, count = 1) =>
        count === 1 ? `이미 있는 사진이에요: ${name}` : `이미 있는 사진이 ${count}장 있어요.`,
      too_many: (name, count = 1, max) =>
        `${count === 1 ? name : `사진 ${count}장`}: 추가하지 않았어요. ${
          max === undefined ? '요금제의 장수를 넘었어요' : `요금제에서 한 세트에 ${max}장까지 넣을 수 있어요`
        }. 앞의 사진은 그대로 있으니, 나머지는 다른 세트로 만들거나 요금제를 확인해 주세요.`,
      on_its_way: (name, count = 1) =>
        `이 세트를 보내는 중이어서 추가하지 않았어요: ${count === 1 ? name : `파일 ${count}개`}. 잠시 멈추고 추가하거나, 다음 세트에 넣어 주세요.`,
      not_kept: (name, count = 1) =>
        `공간이 모자라서 보관하지 못했어요: ${count === 1 ? name : `사진 ${count}장`}. 다시 추가해 주세요.`,
    },
    noPreview: '이 브라우저에서는 미리 볼 수 없어요',
    credits: (needed, available) =>
      `${needed}크레딧이 필요한데 ${available}크레딧이 있어요. 사진을 ${needed - available}장 빼거나 요금제를 확인해 주세요.`,
    busy: (max) =>
      `요금제에서 한 번에 세트 ${max}개를 만들 수 있는데, 지금 모두 진행 중이에요. 하나를 마치거나 취소해 주세요. 이 사진들은 여기 그대로 있어요.`,
    many: (count, size) =>
      `사진 ${count}장은 모두 ${mb(size)}예요. 느린 연결에서는 오래 걸릴 수 있어요. 페이지를 닫아도 다시 오면 이어서 보내요.`,
  },
};
