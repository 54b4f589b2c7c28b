package samples;

class FieldsParent {
    double inherited = 2;

    final double parents() {
        return inherited * inherited;
    }
}
