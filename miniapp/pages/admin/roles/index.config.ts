export default definePageConfig({ navigationBarTitleText: "角色与范围" });
