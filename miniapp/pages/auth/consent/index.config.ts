export default definePageConfig({ navigationBarTitleText: "位置与隐私" });
