export default definePageConfig({ navigationBarTitleText: "同事问能不能去" });
