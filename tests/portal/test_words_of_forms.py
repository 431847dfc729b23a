"""What stock forms say of a fault: in the words of the newsroom, with an example of what is right."""

import pytest
from django import forms
from django.utils import translation

CHOICES = [("a", "A")]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        (forms.CharField(), "", "Mục này chưa điền."),
        (forms.IntegerField(), "ba", "Hãy ghi một số nguyên, ví dụ 3."),
        (forms.IntegerField(max_value=10), "11", "Số này nhiều nhất là 10."),
        (forms.DateField(), "mai", "Ngày chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 17/05/2022."),
        (forms.TimeField(), "trưa", "Giờ chưa đúng. Hãy ghi giờ và phút, ví dụ 11:30."),
        (forms.EmailField(), "lan", "Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@tinh.gov.vn."),
        (
            forms.URLField(assume_scheme="https"),
            "//",
            "Địa chỉ chưa đúng. Địa chỉ đầy đủ bắt đầu bằng https://",
        ),
        (forms.ChoiceField(choices=CHOICES), "b", "“b” không có trong danh sách. Hãy chọn lại."),
        (forms.FileField(), None, "Mục này chưa điền."),
        (forms.SlugField(), "có dấu", "Chỉ dùng chữ không dấu, chữ số, dấu gạch nối và gạch dưới."),
    ],
)
def test_a_fault_is_told_in_plain_vietnamese(field, typed, said):
    with translation.override("vi"), pytest.raises(forms.ValidationError) as fault:
        field.clean(typed)
    assert fault.value.messages == [said]
