"""Syllables that stand everywhere in Vietnamese newspapers: a search treats them apart."""

from typing import Final

LINKING_WORDS: Final = """
    và của cho trong có được đã với là các khi tại không theo để này đó ra từ ở về trên vào đến bị sau cũng những sẽ lại
    chỉ như phải hơn nhưng đây cùng còn nên vì rằng mà rất thì do tới một nhiều đang trước nếu hay hoặc lên cả vẫn bằng
    rồi đều
"""
"""Words that link words and are hardly a part of any: what they stand beside says little."""

COMMON: Final = tuple(
    """
    va co cho cua trong do da duoc tu tai la voi dong mot cac de nay khi cung nhan cong quan khong ve nguoi theo
    dang nam ngay dinh nhung bo ra o doi thanh den hien noi thu vao tren anh qua biet dau van so bi bao ban sau
    thong su dung the gia toi tinh dan vi viec chi an nhieu lam truong moi day hai ho se lai vu con nha tien
    truoc du phan hoi nhat thi ong dieu chinh thuong phat thuc chuc nhu dien luc thoi nguyen hanh can tin to chu
    cao trung vien bat dai chung hop hang thang nuoc hon quoc phai ca di chuyen dua nang duong phong tp dao mat
    lien hoa cu ngoai canh tra tiep tam minh phu tuong nghi cap tham thay cau tan giao lan tri ky ly ha tro len
    khac tong loi luong chua binh rang dat ke sang phuong pho tuc trinh le pham 2 san 1 danh bang bien toan nen
    3 phuc xa ma kien gan trang hinh 5 ket cuoc doan tang mang tich nhien lon xay tuy huong ba y don diem te yeu
    dam giam tran tac sat 4 giai khu gian khoang cach kiem song vo viet my rat tuoi quyet cam hay quy ben khien
    tuyen hieu khoi dia xuat quang kinh may lo phap he lanh neu vuc muc tap 6 mo doc quyen hoang gay 10 lap gioi
    them tung khai cuu bac hom roi thiet sinh no trieu 7 than vua manh thuoc hoan nao tay hoat trai bay ro chong
    trien nhiem giua ty dac ngoc 8 boi nghe vong nham tieu che hoc vay chien ung xe xac nghiep han chieu buoc xu
    chan tranh ngan gio dich tim ubnd km hcm usd nghiem tao kho chat 9 kha xem tuan nho cuoi mua ta 12 deu truc
    giu thai muon cai gap tru goi phia luan huyen loan phi duc 000 hoai mai gom tat ten tre cuc nan thuan ngo
    sach khan long 11 lua xuong si truyen vung luat khach duoi khang chay vai bai tieng cang het linh mau chia
    ap nhau trach suc cham bieu thieu nguon gi huy lieu hoac tho hau chau nhom dap 20 ninh doanh mac cuong giup
    me that xet nhanh trao tot thien loai hoach lang chuan 30 uy be thao ngu phep nua hung tiet huu lay nga vat
    chiec hong thap rong ngoi nhap gui ton toa chuong nu rieng chap lich khoa bui phoi lao luu 15 nong it dot
    dem ai nganh em sai lau mien son on sao keo tram benh duy nghia ngon pha chon khoan xung kich thich chet
    nguy soat ghi von thua cat tau nhin a choi mong toc khau luon phien am giay giang thuy xuan chiu nhac khung
    thuat thoai kim uong buoi vinh sap hiem nghien lenh xin vang xuyen man 100 hat 25 14 sung coi gop thue ngai
    ti niem quay xuc gai som 24 loat nien goc 16 mon troi 13 quanh dep cay vuot lac buc phe 18 hiep 50 giong doa
    rut keu bong 22 17 ao lop ham chiem thoa hut tron vui sua khoe 27 23 kip chang 19 sac ay 26 phut bau yen 21
    go vuong kem thac 200 quen 40 truy tiem chac suot ich kham luoc 500 28 soc 29 que khanh giau trich thoat uu
    uoc buon nhi nhuong ngung dut khuyen au thon cha boc 31 gang moc 300 bon huynh thach nhe un liet gon ngam
    nguoc 60 suy xong ngang bom xau chup tuyet hao xep ga xanh mung nuoi khao nghin loc dip suat bach bung luot
    giap muu giac kieu hy khap duyet luyen phieu met hu sot vet ven 35 diep ghe sieu 400 chot bot trua sa 70
    lung kenh nhiet khich chanh xam chao trat tiec 0 huan re lat ran cot giet tha rung rao gianh nop thuyet nai
    tet nhay thau lu nui thiep mui cuon ep phim tui xo 45 leo ne diet luoi hen hua thung vuon bam khuon in khoc
    sam banh rui thinh phuoc phao 90 soi 80 kin xoa ngheo rac chim 600 thuyen hue om kia khieu ngot guong nem
    nhuan bua 36 800 treo ngap lui hap quynh rai giat xom com non 700 chuoi gat menh e doat nhon sanh hi chut
    triet xao thep na 32 lot ranh xoay khuc coc nut ngua mieng xi bu huyet cuop bia u mem ruou 34 ngat mu nguong
    deo duyen quet 75 khen 150 38 tom trom ganh phung mao 37
    """.split()  # noqa: SIM905
)
"""Bare words that any newspaper says often, the most frequent first.

Which they are must not depend on the articles: an edit would then move the words of others from file to file.
"""
