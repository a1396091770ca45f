// Netlify xóa thư mục làm việc sau mỗi lần dựng; ba thư mục này được giữ lại cho lần sau. Chương trình vừa cài lại thì
// không tin trí nhớ cũ, nên cả .venv cũng được giữ.
const kept = [".venv", ".hatinh-news", "public"];

export const onPreBuild = async ({ utils }) => {
  await utils.cache.restore(kept);
};

export const onPostBuild = async ({ utils }) => {
  await utils.cache.save(kept);
};
