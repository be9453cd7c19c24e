export default definePageConfig({ navigationBarTitleText: "合并客户" });
