// Bài hẹn giờ (publish_date) chỉ lên trang ở lần dựng đầu tiên sau giờ ấy, nên cứ một giờ dựng lại một lần.
// Mỗi lần dựng tính vào số phút miễn phí của Netlify; muốn dày hơn thì sửa cron ở cuối tệp (giờ UTC).
//
// Làm một lần trên Netlify: Build hooks → Add build hook, rồi ghi địa chỉ nhận được vào biến môi trường
// DUNG_LAI (Environment variables). Địa chỉ ấy là bí mật: đừng chép vào đây.
export default async () => {
  const hook = process.env.DUNG_LAI;
  if (hook) {
    await fetch(hook, { method: "POST" });
  }
};

export const config = { schedule: "7 * * * *" };
